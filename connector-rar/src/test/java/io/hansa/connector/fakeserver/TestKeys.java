package io.hansa.connector.fakeserver;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate, made by the JDK's own keytool, and whom it convinces. */
public record TestKeys(
        SSLContext context, SSLContext trustOnly, KeyManager[] own, TrustManager[] trusted) {

    public static final String PASSWORD = "for-tests-only";

    public static TestKeys forHost(Path directory, String host) throws Exception {
        Path file = directory.resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=" + host,
                                "-ext",
                                (host.contains(":") ? "san=ip:" : "san=dns:") + host,
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        if (!keytool.waitFor(30, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool made no key store; is JAVA_HOME a JDK?");
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        own.init(store, PASSWORD.toCharArray());
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust(store));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        SSLContext trustOnly = SSLContext.getInstance("TLS");
        trustOnly.init(null, trusted.getTrustManagers(), null);
        return new TestKeys(context, trustOnly, own.getKeyManagers(), trusted.getTrustManagers());
    }

    /** Shows this certificate to the other side, and trusts that one. */
    public SSLContext showingTo(TestKeys other) throws GeneralSecurityException {
        SSLContext mixed = SSLContext.getInstance("TLS");
        mixed.init(own, other.trusted(), null);
        return mixed;
    }

    private static KeyStore trust(KeyStore store) throws Exception {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("server", store.getCertificate("server"));
        return trust;
    }
}
