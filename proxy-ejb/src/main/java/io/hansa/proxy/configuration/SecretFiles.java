package io.hansa.proxy.configuration;

import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Where this node keeps its secrets. Only the owner of the process may read these files.
 *
 * @param keyFile {@code hansa.secret.key-file}: the key that encrypts secrets in the registry. By
 *     default {@code hansa-secret.key} in {@code hansa.data} or, without that, in the configuration
 *     directory of the server
 */
public record SecretFiles(Path keyFile) {
    private static final String KEY_FILE = "hansa.secret.key-file";
    private static final String NAME = "hansa-secret.key";

    public static SecretFiles from(Config config) {
        Settings settings = new Settings(config);
        return new SecretFiles(
                directory(settings, KEY_FILE)
                        .or(() -> directory(settings, "hansa.data").map(data -> data.resolve(NAME)))
                        .or(
                                () ->
                                        directory(settings, "jboss.server.config.dir")
                                                .map(directory -> directory.resolve(NAME)))
                        .or(
                                () ->
                                        directory(settings, "com.sun.aas.instanceRoot")
                                                .filter(root -> !isTemporary(root))
                                                .map(root -> root.resolve("config").resolve(NAME)))
                        .orElseThrow(
                                () ->
                                        new IllegalArgumentException(
                                                KEY_FILE
                                                        + " is not set, and this server tells no directory of its own; set it to a file in a directory that survives a restart."))
                        .toAbsolutePath());
    }

    /** Another file in the same directory. */
    public Path beside(String name) {
        return keyFile.resolveSibling(name);
    }

    /** Payara Micro unpacks itself into the temporary directory, unless it is told another. */
    private static boolean isTemporary(Path root) {
        return root.startsWith(System.getProperty("java.io.tmpdir"));
    }

    private static Optional<Path> directory(Settings settings, String key) {
        return settings.text(key).filter(text -> !text.isEmpty()).map(Path::of);
    }
}
