package io.hansa.proxy.federation;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Certificates as an authority may issue them, well made or not, good for a day before and after
 * 2026 began at noon.
 */
public final class Certificates {
    public static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final KeyPair PAIR = pair();

    private Certificates() {}

    /** Without alternative names. */
    public static X509Certificate of(String subject) {
        return of(subject, new GeneralName[0]);
    }

    public static GeneralName uri(String uri) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, uri);
    }

    public static GeneralName dns(String name) {
        return new GeneralName(GeneralName.dNSName, name);
    }

    public static GeneralName ip(String address) {
        return new GeneralName(GeneralName.iPAddress, address);
    }

    public static X509Certificate of(String subject, GeneralName... alternatives) {
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(
                            new X500Principal("CN=authority"),
                            BigInteger.valueOf(System.nanoTime()),
                            Date.from(NOON.minus(Duration.ofDays(1))),
                            Date.from(NOON.plus(Duration.ofDays(1))),
                            new X500Principal(subject),
                            PAIR.getPublic());
            if (alternatives.length > 0) {
                builder.addExtension(
                        Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(
                                    new JcaContentSignerBuilder("SHA256withECDSA")
                                            .build(PAIR.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException defect) {
            throw new IllegalStateException(defect);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }
}
