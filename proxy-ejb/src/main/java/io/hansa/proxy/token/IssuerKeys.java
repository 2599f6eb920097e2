package io.hansa.proxy.token;

import io.hansa.proxy.failure.Failure;
import java.security.Key;
import java.util.List;
import java.util.function.Consumer;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Finds the key of the issuer that a token claims to be from: a key is good for its own issuer
 * only. Before a key is looked for, the algorithm must be right and the issuer one that may ask:
 * jose4j checks the algorithm after the key.
 */
final class IssuerKeys implements VerificationKeyResolver {
    /** A signature of ES256 (RFC 7518, section 3.4), in bytes. */
    private static final int SIGNATURE = 64;

    private static final int MAX_KEY_ID = 256;

    private final VerificationKeys keys;
    private final Consumer<String> admission;

    /**
     * @param admission throws a {@link Failure} for an issuer that may not ask
     */
    IssuerKeys(VerificationKeys keys, Consumer<String> admission) {
        this.keys = keys;
        this.admission = admission;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        String keyId = token.getKeyIdHeaderValue();
        if (!AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256.equals(
                        token.getAlgorithmHeaderValue())
                || token.getEncodedSignature().length() != (SIGNATURE * 4 + 2) / 3
                || keyId == null
                || keyId.length() > MAX_KEY_ID) {
            throw new UnresolvableKeyException("not ES256, or no key id");
        }
        String issuer = issuer(token);
        admission.accept(issuer);
        return keys.find(issuer, keyId).orElseThrow(() -> unknown(issuer));
    }

    private static String issuer(JsonWebSignature token) throws UnresolvableKeyException {
        try {
            if (JwtClaims.parse(token.getUnverifiedPayload()).getClaimValue("iss")
                    instanceof String issuer) {
                return issuer;
            }
            throw new UnresolvableKeyException("no issuer");
        } catch (InvalidJwtException unreadable) {
            throw new UnresolvableKeyException("claims cannot be read", unreadable);
        }
    }

    private Failure unknown(String issuer) {
        keys.missed(issuer);
        return TokenFault.KEY_UNKNOWN.failure(
                "its key is not known here; ask for a new token, or, as a peer, wait a moment until the new key was fetched");
    }
}
