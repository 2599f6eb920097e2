package io.hansa.proxy.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.microprofile.config.Config;

/**
 * The keys by which this proxy shows itself to peers of other organizations, and the authorities whose
 * peers it believes. PKCS #12 stores named by {@code hansa.extranet.keystore} and
 * {@code hansa.extranet.truststore}, each with its {@code -password}.
 *
 * @param port {@code hansa.extranet.port}: the listener that demands a client certificate; 0: there is none
 */
public record ExtranetTls(SSLContext context, int port) {

    /** Empty where no key store is configured: such a proxy reaches no extranet peer. */
    public static Optional<ExtranetTls> from(Config config) {
        Settings settings = new Settings(config);
        return settings.text("hansa.extranet.keystore")
                .filter(path -> !path.isEmpty())
                .map(path -> load(settings, path));
    }

    private static ExtranetTls load(Settings settings, String keyPath) {
        String trustPath = settings.text("hansa.extranet.truststore").orElse("");
        String keyPassword = settings.text("hansa.extranet.keystore-password").orElse("");
        String trustPassword = settings.text("hansa.extranet.truststore-password").orElse("");
        KeyStore keys = open("hansa.extranet.keystore", keyPath, keyPassword);
        KeyStore trust = open("hansa.extranet.truststore", trustPath, trustPassword);
        try {
            KeyManagerFactory keyManagers =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keyManagers.init(keys, keyPassword.toCharArray());
            TrustManagerFactory trustManagers =
                    TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trustManagers.init(trust);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
            return new ExtranetTls(context, settings.whole("hansa.extranet.port", 0, 0, 65_535));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The stores of hansa.extranet.keystore and hansa.extranet.truststore cannot be"
                            + " used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private static KeyStore open(String key, String path, String password) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        } catch (IOException | GeneralSecurityException unreadable) {
            throw new IllegalArgumentException(
                    key
                            + " is \""
                            + path
                            + "\", which cannot be opened as a PKCS #12 store with the password of "
                            + key
                            + "-password: "
                            + unreadable.getMessage(),
                    unreadable);
        }
    }
}
