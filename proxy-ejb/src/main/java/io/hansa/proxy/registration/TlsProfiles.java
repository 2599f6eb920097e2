package io.hansa.proxy.registration;

import io.hansa.connector.Pkcs12;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keys and trust for servers, by name: an entry of a server names a profile, and the configuration
 * of each node has what belongs to it, {@code hansa.tls.<name>.keystore} and {@code
 * hansa.tls.<name>.truststore}, PKCS #12 stores, each with its {@code -password}. One of the two
 * will do. Read once. For any number of threads.
 */
public final class TlsProfiles {
    private static final TlsProfiles CONFIGURED =
            new TlsProfiles(key -> ConfigProvider.getConfig().getOptionalValue(key, String.class));

    private final Function<String, Optional<String>> settings;
    private final Map<String, SSLContext> contexts = new ConcurrentHashMap<>();

    public TlsProfiles(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** Those of this node. */
    public static TlsProfiles configured() {
        return CONFIGURED;
    }

    /**
     * @throws IllegalArgumentException with a sentence that names the settings that are missing or
     *     wrong
     */
    public SSLContext context(String name) {
        return contexts.computeIfAbsent(name, this::load);
    }

    /**
     * A profile by which a port shows itself, and so one with a key.
     *
     * @throws IllegalArgumentException with a sentence that names the settings that are missing or
     *     wrong
     */
    public SSLContext ownContext(String name, boolean trusting) {
        require(name, "keystore", "a port needs a key to show itself by");
        if (trusting) {
            require(name, "truststore", "it says whose certificates are believed");
        }
        return context(name);
    }

    private void require(String name, String store, String reason) {
        String key = "hansa.tls.%s.%s".formatted(name, store);
        if (settings.apply(key).filter(path -> !path.isBlank()).isEmpty()) {
            throw new IllegalArgumentException(
                    "%s is not set; %s, so give a PKCS #12 store.".formatted(key, reason));
        }
    }

    private SSLContext load(String name) {
        String prefix = "hansa.tls." + name;
        Optional<KeyStore> keys = store(prefix + ".keystore");
        Optional<KeyStore> trust = store(prefix + ".truststore");
        if (keys.isEmpty() && trust.isEmpty()) {
            throw new IllegalArgumentException(
                    "This node has no TLS profile %s; set %s.keystore or %s.truststore."
                            .formatted(name, prefix, prefix));
        }
        try {
            return Pkcs12.context(
                    keys.orElse(null), password(prefix + ".keystore"), trust.orElse(null));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The stores of %s cannot be used: %s; check them with keytool."
                            .formatted(prefix, unusable.getMessage()),
                    unusable);
        }
    }

    private Optional<KeyStore> store(String key) {
        return settings.apply(key)
                .filter(path -> !path.isBlank())
                .map(
                        path ->
                                Pkcs12.open(
                                        key,
                                        Path.of(path.strip()),
                                        key + "-password",
                                        password(key)));
    }

    private char[] password(String key) {
        return settings.apply(key + "-password").orElse("").toCharArray();
    }
}
