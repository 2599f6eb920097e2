package io.hansa.it.connector;

import io.hansa.it.system.LegacySystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/**
 * A key with a certificate of its own making, in a PKCS #12 file as an operator gives it to a node.
 */
record TlsKey(Path file, KeyStore store) {
    static final String PASSWORD = "of this test only";
    private static final String ALIAS = "key";
    private static final int KEYTOOL_SECONDS = 30;

    /**
     * @param name whom the certificate speaks for, as keytool takes it: {@code ip:127.0.0.1},
     *     {@code dns:bank}
     */
    static TlsKey of(String name, Path directory) throws IOException, GeneralSecurityException {
        Path file = directory.resolve(name.replace(':', '-') + ".p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                ALIAS,
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=of a test",
                                "-ext",
                                "san=" + name,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool made no key store; is JAVA_HOME a JDK?");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("The test is being stopped.", stopping);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return new TlsKey(file, store);
    }

    /** A file of trust in these keys' certificates. */
    static Path trust(Path file, TlsKey... believed) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            trust(believed).store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    /** Accepts only callers that show the other key. */
    LegacySystem.Door doorFor(TlsKey caller) throws GeneralSecurityException {
        SSLContext context = showingTo(caller);
        return socket -> enter(socket, context);
    }

    /** Shows this key, and believes the other one. */
    SSLContext showingTo(TlsKey other) throws GeneralSecurityException {
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust(other));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return context;
    }

    private static Socket enter(Socket socket, SSLContext context) throws IOException {
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true);
        tls.setNeedClientAuth(true);
        tls.startHandshake();
        return tls;
    }

    private static KeyStore trust(TlsKey... believed) throws GeneralSecurityException {
        try {
            KeyStore trust = KeyStore.getInstance("PKCS12");
            trust.load(null, null);
            for (TlsKey key : believed) {
                trust.setCertificateEntry(
                        key.file.getFileName().toString(), key.store.getCertificate(ALIAS));
            }
            return trust;
        } catch (IOException impossible) {
            throw new IllegalStateException("An empty store is read from nowhere.", impossible);
        }
    }
}
