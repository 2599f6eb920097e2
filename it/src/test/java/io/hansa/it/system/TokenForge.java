package io.hansa.it.system;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/** Makes tokens that look right, with a key of its own. */
public final class TokenForge {
    private final String issuer;
    private final EllipticCurveJsonWebKey key;

    /**
     * @param keyId under which the key is known, or pretends to be
     */
    public TokenForge(String issuer, String keyId) throws JoseException {
        this.issuer = issuer;
        this.key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
        key.setKeyId(keyId);
    }

    /** The key that verifies what {@link #sign} signs. */
    String publicJwk() {
        return key.toJson(OutputControlLevel.PUBLIC_ONLY);
    }

    /** Good for a minute. */
    public String sign(String account, String audience) throws JoseException {
        return sign(account, audience, Instant.now().plusSeconds(60));
    }

    public String sign(String account, String audience, Instant expiresAt) throws JoseException {
        return signed(token(account, audience, expiresAt));
    }

    /** Signs any claims. */
    public String signClaims(String json) throws JoseException {
        JsonWebSignature token = new JsonWebSignature();
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setPayload(json);
        return signed(token);
    }

    private String signed(JsonWebSignature token) throws JoseException {
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    /** Not signed at all. */
    public String unsigned(String account, String audience) throws JoseException {
        JsonWebSignature token = token(account, audience, Instant.now().plusSeconds(60));
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
        return token.getCompactSerialization();
    }

    /** "Signed" with a public key as if it were a shared secret. */
    public String signWithPublicKey(String account, String audience, byte[] publicKey)
            throws JoseException {
        JsonWebSignature token = token(account, audience, Instant.now().plusSeconds(60));
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        token.setKey(new HmacKey(publicKey));
        return token.getCompactSerialization();
    }

    /**
     * Says of itself through whom the request came, the one that asked last first (RFC 8693). Good
     * for a minute.
     */
    public String signDelegated(String subject, String audience, String... actors)
            throws JoseException {
        Map<String, Object> nested = null;
        for (int i = actors.length - 1; i >= 0; i--) {
            Map<String, Object> actor = new LinkedHashMap<>();
            actor.put("sub", actors[i]);
            if (nested != null) {
                actor.put("act", nested);
            }
            nested = actor;
        }
        JwtClaims claims = claims(subject, audience, Instant.now().plusSeconds(60));
        claims.setClaim("act", nested);
        JsonWebSignature token = token(claims);
        token.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
        token.setKey(key.getPrivateKey());
        return token.getCompactSerialization();
    }

    private JsonWebSignature token(String account, String audience, Instant expiresAt) {
        return token(claims(account, audience, expiresAt));
    }

    private JwtClaims claims(String account, String audience, Instant expiresAt) {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setAudience(audience);
        claims.setSubject(account);
        claims.setStringClaim("upn", account);
        claims.setIssuedAt(NumericDate.fromSeconds(expiresAt.getEpochSecond() - 60));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        claims.setGeneratedJwtId();
        return claims;
    }

    private JsonWebSignature token(JwtClaims claims) {
        JsonWebSignature token = new JsonWebSignature();
        token.setHeader("typ", "JWT");
        token.setKeyIdHeaderValue(key.getKeyId());
        token.setPayload(claims.toJson());
        return token;
    }
}
