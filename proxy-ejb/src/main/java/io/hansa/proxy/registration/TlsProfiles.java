package io.hansa.proxy.registration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Keys and trust for servers, by name: an entry of a server names a profile, and the configuration of each node has what
 * belongs to it, {@code hansa.tls.<name>.keystore} and {@code hansa.tls.<name>.truststore}, PKCS #12 stores, each with its
 * {@code -password}. One of the two will do. Read once. For any number of threads.
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

    /** @throws IllegalArgumentException with a sentence that names the settings that are missing or wrong */
    public SSLContext context(String name) {
        return contexts.computeIfAbsent(name, this::load);
    }

    /**
     * A profile by which a port shows itself, and so one with a key.
     *
     * @throws IllegalArgumentException with a sentence that names the settings that are missing or wrong
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
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    keys.isPresent() ? keyManagers(prefix, keys.get()) : null,
                    trust.isPresent() ? trustManagers(trust.get()) : null,
                    null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The stores of %s cannot be used: %s; check them with keytool."
                            .formatted(prefix, unusable.getMessage()),
                    unusable);
        }
    }

    private KeyManager[] keyManagers(String prefix, KeyStore keys) throws GeneralSecurityException {
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, password(prefix + ".keystore"));
        return factory.getKeyManagers();
    }

    private static TrustManager[] trustManagers(KeyStore trust) throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trust);
        return factory.getTrustManagers();
    }

    private Optional<KeyStore> store(String key) {
        return settings.apply(key).filter(path -> !path.isBlank()).map(path -> open(key, path));
    }

    private KeyStore open(String key, String path) {
        try (InputStream in = Files.newInputStream(Path.of(path.strip()))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password(key));
            return store;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    "%s cannot be opened as a PKCS #12 store with the password of %s-password; check both."
                            .formatted(key, key),
                    unreadable);
        }
    }

    private char[] password(String key) {
        return settings.apply(key + "-password").orElse("").toCharArray();
    }
}
