package io.hansa.proxy.token;

import java.security.Key;
import java.security.PrivateKey;
import java.util.UUID;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A key with which this proxy signs tokens. All nodes of the proxy share it. Immutable. */
public final class SigningKey {
    public static final String ALGORITHM = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;

    private final EllipticCurveJsonWebKey key;

    /** A new key with an id of its own. */
    public SigningKey() {
        try {
            key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException absent) {
            throw new IllegalStateException("This JDK has no elliptic curve P-256.", absent);
        }
        key.setKeyId(UUID.randomUUID().toString());
        key.setAlgorithm(ALGORITHM);
        key.setUse("sig");
    }

    private SigningKey(EllipticCurveJsonWebKey key) {
        this.key = key;
    }

    /**
     * The key of that JSON Web Key.
     *
     * @param jwk as {@link #secretJwk} gave it
     * @throws IllegalArgumentException if it is not a key pair on P-256 with an id; the message
     *     does not contain the text
     */
    public static SigningKey parse(String jwk) {
        try {
            if (JsonWebKey.Factory.newJwk(jwk) instanceof EllipticCurveJsonWebKey pair
                    && pair.getPrivateKey() != null
                    && pair.getKeyId() != null
                    && EllipticCurves.P_256.equals(pair.getCurveName())) {
                return new SigningKey(pair);
            }
        } catch (JoseException malformed) {
            throw new IllegalArgumentException("A signing key cannot be read.", malformed);
        }
        throw new IllegalArgumentException("A signing key is not a key pair on P-256.");
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
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Both halves as a JSON Web Key, to be encrypted and stored. Never logged or sent. */
    public String secretJwk() {
        return key.toJson(OutputControlLevel.INCLUDE_PRIVATE);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + "]";
    }
}
