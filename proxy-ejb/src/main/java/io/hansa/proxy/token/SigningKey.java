package io.hansa.proxy.token;

import java.security.Key;
import java.security.PrivateKey;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** This node's key for signing tokens: made at its start and kept in memory alone. Immutable. */
public final class SigningKey {
    private final EllipticCurveJsonWebKey key;

    public SigningKey() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException absent) {
            throw new IllegalStateException("This JDK has no elliptic curve P-256.", absent);
        }
        key.setKeyId(UUID.randomUUID().toString());
        key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        key.setUse("sig");
    }

    public String id() {
        return key.getKeyId();
    }

    PrivateKey privateKey() {
        return key.getPrivateKey();
    }

    public Key publicKey() {
        return key.getPublicKey();
    }

    /** The public half as a JSON Web Key (RFC 7517). */
    public String publicJwk() {
        return key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }
}
