package io.hansa.it.system;

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
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority that nobody in the league has ever heard of, and that signs whatever it is asked to.
 */
public final class UnknownAuthority {
    private final KeyPair own = newPair();

    /** The identity's trust, with a certificate of this authority in the given name. */
    public TlsIdentity certify(String name, TlsIdentity identity)
            throws GeneralSecurityException, OperatorCreationException {
        KeyPair pair = newPair();
        Instant now = Instant.now();
        X509Certificate certificate =
                new JcaX509CertificateConverter()
                        .getCertificate(
                                new JcaX509v3CertificateBuilder(
                                                new X500Principal("CN=Nobody's root"),
                                                BigInteger.TWO,
                                                Date.from(now.minus(Duration.ofMinutes(5))),
                                                Date.from(now.plus(Duration.ofHours(1))),
                                                new X500Principal("CN=" + name),
                                                pair.getPublic())
                                        .build(
                                                new JcaContentSignerBuilder("SHA256withECDSA")
                                                        .build(own.getPrivate())));
        return identity.showing(pair.getPrivate(), certificate);
    }

    private static KeyPair newPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException("This JDK has no P-256; use another.", absent);
        }
    }
}
