package io.hansa.it.system;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority of a test, trusted by the identities that it issues. Its certificates serve both
 * ends of TLS.
 */
public final class TestAuthority {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final X500Principal NAME = new X500Principal("CN=Test root");

    private final KeyPair pair;
    private final X509Certificate root;
    private final KeyStore trust;

    public TestAuthority() throws IOException, GeneralSecurityException, OperatorCreationException {
        pair = newPair();
        JcaX509v3CertificateBuilder own = builder(NAME, pair, Duration.ofDays(1));
        own.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
        root = sign(own, pair.getPrivate());
        trust = TlsIdentity.emptyStore();
        trust.setCertificateEntry("root", root);
    }

    /** A certificate for {@code 127.0.0.1} that names the peer by its common name. */
    public TlsIdentity issue(String peer, Duration validity)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        return issue(peer, "127.0.0.1", validity);
    }

    /** The same for another IP address. */
    public TlsIdentity issue(String peer, String address, Duration validity)
            throws GeneralSecurityException, OperatorCreationException, CertIOException {
        KeyPair keys = newPair();
        JcaX509v3CertificateBuilder builder =
                builder(new X500Principal("CN=" + peer), keys, validity);
        builder.addExtension(
                Extension.subjectAlternativeName,
                false,
                new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
        X509Certificate[] chain = {sign(builder, pair.getPrivate()), root};
        return new TlsIdentity(keys.getPrivate(), chain, trust);
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Principal subject, KeyPair keys, Duration validity) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                NAME,
                new BigInteger(127, RANDOM),
                Date.from(now.minus(Duration.ofMinutes(5))),
                Date.from(now.plus(validity)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate sign(JcaX509v3CertificateBuilder builder, PrivateKey key)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
    }

    private static KeyPair newPair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }
}
