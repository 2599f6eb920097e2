package io.hansa.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Keys and trust in PKCS #12 files, made into what {@link ServerTarget} and {@link ListenerTls}
 * take.
 */
public final class Pkcs12 {

    private Pkcs12() {}

    /**
     * @param setting that names the file, and
     * @param passwordSetting that has its password, both for the message
     * @throws IllegalArgumentException with a sentence that names both
     */
    public static KeyStore open(
            String setting, Path file, String passwordSetting, char[] password) {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password);
            return store;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "%s cannot be opened as a PKCS #12 store with the password of %s; check both."
                            .formatted(setting, passwordSetting),
                    e);
        }
    }

    /**
     * @param keys to show oneself by; null for none
     * @param password of the keys
     * @param trust in others; null for the JVM's own
     */
    public static SSLContext context(KeyStore keys, char[] password, KeyStore trust)
            throws GeneralSecurityException {
        KeyManagerFactory own =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        TrustManagerFactory others =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (keys != null) {
            own.init(keys, password);
        }
        if (trust != null) {
            others.init(trust);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                keys == null ? null : own.getKeyManagers(),
                trust == null ? null : others.getTrustManagers(),
                null);
        return context;
    }
}
