package io.hansa.proxy.token;

import java.security.Key;
import java.util.List;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.UnresolvableKeyException;

/** Finds the key of the issuer that a token claims to be from: a key is good for its own issuer only. */
final class IssuerKeys implements VerificationKeyResolver {
    private final VerificationKeys keys;

    IssuerKeys(VerificationKeys keys) {
        this.keys = keys;
    }

    @Override
    public Key resolveKey(JsonWebSignature token, List<JsonWebStructure> nesting)
            throws UnresolvableKeyException {
        try {
            Object issuer = JwtClaims.parse(token.getUnverifiedPayload()).getClaimValue("iss");
            String keyId = token.getKeyIdHeaderValue();
            if (issuer instanceof String name && keyId != null) {
                return keys.find(name, keyId)
                        .orElseThrow(() -> new UnresolvableKeyException("unknown key"));
            }
            throw new UnresolvableKeyException("no issuer or no key id");
        } catch (InvalidJwtException unreadable) {
            throw new UnresolvableKeyException("claims cannot be read", unreadable);
        }
    }
}
