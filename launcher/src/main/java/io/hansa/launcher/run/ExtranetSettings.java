package io.hansa.launcher.run;

import io.hansa.launcher.node.Extranet;
import io.hansa.launcher.workspace.LaunchException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * The extranet listener as the environment describes it: {@code HANSA_EXTRANET_PORT}, {@code
 * …_KEYSTORE}, {@code …_KEYSTORE_PASSWORD}, {@code …_TRUSTSTORE}, {@code …_TRUSTSTORE_PASSWORD}.
 */
final class ExtranetSettings {

    private static final String PREFIX = "HANSA_EXTRANET_";

    private ExtranetSettings() {}

    /** Nothing without a port: such a proxy calls others at most. */
    static Optional<Extranet> read(Map<String, String> variables) {
        String port = variables.getOrDefault(PREFIX + "PORT", "0");
        if (port.equals("0")) {
            return Optional.empty();
        }
        if (!port.matches("\\d{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new LaunchException("Set HANSA_EXTRANET_PORT to a port, not '" + port + "'.");
        }
        Path keyStore = Path.of(required(variables, "KEYSTORE")).toAbsolutePath();
        String password = required(variables, "KEYSTORE_PASSWORD");
        return Optional.of(
                new Extranet(
                        Integer.parseInt(port),
                        keyStore,
                        password,
                        alias(keyStore.toFile(), password),
                        Path.of(required(variables, "TRUSTSTORE")).toAbsolutePath(),
                        required(variables, "TRUSTSTORE_PASSWORD")));
    }

    private static String required(Map<String, String> variables, String name) {
        String value = variables.getOrDefault(PREFIX + name, "");
        if (value.isEmpty()) {
            throw new LaunchException(
                    "Set " + PREFIX + name + " as well, or leave HANSA_EXTRANET_PORT unset.");
        }
        return value;
    }

    private static String alias(File keyStore, String password) {
        try {
            KeyStore store = KeyStore.getInstance(keyStore, password.toCharArray());
            for (String alias : Collections.list(store.aliases())) {
                if (store.isKeyEntry(alias)) {
                    return alias;
                }
            }
            throw new LaunchException("Put a private key into the key store " + keyStore + ".");
        } catch (IOException | GeneralSecurityException e) {
            throw new LaunchException(
                    "Set HANSA_EXTRANET_KEYSTORE to a PKCS #12 key store and"
                            + " HANSA_EXTRANET_KEYSTORE_PASSWORD to its password; "
                            + keyStore
                            + " cannot be opened: "
                            + e.getMessage(),
                    e);
        }
    }
}
