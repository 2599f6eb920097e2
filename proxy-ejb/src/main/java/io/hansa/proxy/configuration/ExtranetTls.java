package io.hansa.proxy.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.eclipse.microprofile.config.Config;

/**
 * The keys by which this proxy identifies itself to peers of other organizations, and the
 * authorities that it trusts for their certificates. PKCS #12 stores named by {@code
 * hansa.extranet.keystore} and {@code hansa.extranet.truststore}, each with its {@code -password}.
 *
 * @param certificate this proxy's client certificate; null if the key store contains none or more
 *     than one
 */
public record ExtranetTls(
        KeyManager[] keys, X509ExtendedTrustManager trust, X509Certificate certificate) {

    /** Empty if no key store is configured. Such a proxy cannot reach extranet peers. */
    public static Optional<ExtranetTls> from(Config config) {
        Settings settings = new Settings(config);
        return settings.text("hansa.extranet.keystore")
                .filter(path -> !path.isEmpty())
                .map(path -> load(settings, path));
    }

    /** The keys and trust for connections, with further demands on the peer's certificate. */
    public SSLContext context(UnaryOperator<X509ExtendedTrustManager> demands) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys, new TrustManager[] {demands.apply(trust)}, null);
            return context;
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException("This JDK has no TLS.", unusable);
        }
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
            return new ExtranetTls(
                    keyManagers.getKeyManagers(), only(trustManagers), certificate(keys));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalArgumentException(
                    "The stores of hansa.extranet.keystore and hansa.extranet.truststore cannot be"
                            + " used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    private static X509ExtendedTrustManager only(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("This JDK has no X.509 trust."));
    }

    private static X509Certificate certificate(KeyStore keys) throws GeneralSecurityException {
        X509Certificate found = null;
        for (String alias : Collections.list(keys.aliases())) {
            if (keys.isKeyEntry(alias)) {
                if (found != null) {
                    return null;
                }
                found = (X509Certificate) keys.getCertificate(alias);
            }
        }
        return found;
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
