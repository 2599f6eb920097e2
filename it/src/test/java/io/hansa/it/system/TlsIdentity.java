package io.hansa.it.system;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Enumeration;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * What a client of the extranet shows, and whom it believes.
 *
 * @param key null: it shows no certificate
 */
public record TlsIdentity(PrivateKey key, X509Certificate[] chain, KeyStore trust) {

    static TlsIdentity load(Path keys, String keyPassword, Path trust, String trustPassword)
            throws IOException {
        try {
            KeyStore store = open(keys, keyPassword);
            String alias = keyAlias(store);
            return new TlsIdentity(
                    (PrivateKey) store.getKey(alias, keyPassword.toCharArray()),
                    Arrays.stream(store.getCertificateChain(alias))
                            .map(X509Certificate.class::cast)
                            .toArray(X509Certificate[]::new),
                    open(trust, trustPassword));
        } catch (GeneralSecurityException unreadable) {
            throw new IOException(keys + " or " + trust + " cannot be read.", unreadable);
        }
    }

    /** The same trust, nothing to show. */
    public TlsIdentity withoutCertificate() {
        return new TlsIdentity(null, new X509Certificate[0], trust);
    }

    /** The same trust, something else to show. */
    public TlsIdentity showing(PrivateKey otherKey, X509Certificate certificate) {
        return new TlsIdentity(otherKey, new X509Certificate[] {certificate}, trust);
    }

    SSLContext context() throws GeneralSecurityException {
        TrustManagerFactory trusted =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(
                key == null ? null : new KeyManager[] {new OneCertificate(this)},
                trusted.getTrustManagers(),
                null);
        return context;
    }

    /** For a server that shows the identity's certificate and asks for none. */
    public SSLContext serverContext() throws IOException, GeneralSecurityException {
        char[] password = new char[0];
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore(password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** Writes key and certificates as PKCS #12. */
    public Path writeKeyStore(Path file, String password)
            throws IOException, GeneralSecurityException {
        return write(keyStore(password.toCharArray()), file, password);
    }

    /** Writes what the identity trusts as PKCS #12. */
    public Path writeTrustStore(Path file, String password)
            throws IOException, GeneralSecurityException {
        return write(trust, file, password);
    }

    private static Path write(KeyStore store, Path file, String password)
            throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password.toCharArray());
        }
        return file;
    }

    private KeyStore keyStore(char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry("proxy", key, password, chain);
        return store;
    }

    static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static String keyAlias(KeyStore store) throws GeneralSecurityException {
        for (Enumeration<String> all = store.aliases(); all.hasMoreElements(); ) {
            String alias = all.nextElement();
            if (store.isKeyEntry(alias)) {
                return alias;
            }
        }
        throw new GeneralSecurityException("The store holds no key.");
    }

    private static KeyStore open(Path path, String password)
            throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(path)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, password.toCharArray());
            return store;
        }
    }
}
