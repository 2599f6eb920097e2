package io.hansa.client;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority of a test, and the TLS contexts of those who trust it. */
final class TestAuthority {
    private static final char[] PASSWORD = "of a test".toCharArray();

    private final X500Principal name;
    private final KeyPair pair = newPair();
    private final X509Certificate root;

    TestAuthority(String name) {
        this.name = new X500Principal("CN=" + name);
        this.root = root();
    }

    /** Trusts this authority and shows no certificate. */
    SSLContext trusting() {
        return context(null, null);
    }

    /**
     * Trusts this authority and shows a certificate of the issuer for that address.
     *
     * @param issuer this or another authority
     */
    SSLContext showing(TestAuthority issuer, String address) {
        KeyPair own = newPair();
        GeneralNames names = new GeneralNames(new GeneralName(GeneralName.iPAddress, address));
        try {
            X509v3CertificateBuilder certificate =
                    issuer.certificate(new X500Principal("CN=" + address), own)
                            .addExtension(Extension.subjectAlternativeName, false, names);
            Certificate[] chain = {issuer.sign(certificate), issuer.root};
            return context(own, chain);
        } catch (CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private SSLContext context(KeyPair own, Certificate[] chain) {
        try {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(null, null);
            if (own != null) {
                keys.setKeyEntry("own", own.getPrivate(), PASSWORD, chain);
            }
            KeyStore roots = KeyStore.getInstance("PKCS12");
            roots.load(null, null);
            roots.setCertificateEntry("root", root);
            KeyManagerFactory shown = KeyManagerFactory.getInstance("PKIX");
            shown.init(keys, PASSWORD);
            TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
            trusted.init(roots);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(shown.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X509Certificate root() {
        try {
            return sign(
                    certificate(name, pair)
                            .addExtension(
                                    Extension.basicConstraints, true, new BasicConstraints(0)));
        } catch (CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private X509v3CertificateBuilder certificate(X500Principal subject, KeyPair owner) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(127, new SecureRandom()),
                Date.from(now.minus(Duration.ofMinutes(5))),
                Date.from(now.plus(Duration.ofDays(1))),
                subject,
                owner.getPublic());
    }

    private X509Certificate sign(X509v3CertificateBuilder certificate) {
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            certificate.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(pair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static KeyPair newPair() {
        try {
            return KeyPairGenerator.getInstance("EC").generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
