package io.hansa.proxy.issuer;

import java.security.Key;
import java.security.interfaces.RSAPublicKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.OctetKeyPairJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.lang.JoseException;

/**
 * The keys of one issuer, each with the one algorithm that it verifies (RFC 8725, section 3.1): an
 * RSA key of 2048 bits and more RS256, a key on P-256 ES256, one on Ed25519 EdDSA. Others are left
 * out, symmetric ones among them. Immutable.
 */
final class IssuerKeySet {
    static final IssuerKeySet NONE = new IssuerKeySet(Map.of());
    private static final int MAX_KEYS = 64;
    private static final int MIN_RSA_BITS = 2048;

    private record IssuerKey(Key key, String algorithm) {}

    private final Map<String, IssuerKey> keys;

    private IssuerKeySet(Map<String, IssuerKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /** Of a JWK set (RFC 7517). */
    static IssuerKeySet parse(String document) throws JoseException {
        Map<String, IssuerKey> keys = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(document).getJsonWebKeys()) {
            String algorithm = algorithm(key);
            boolean usable =
                    algorithm != null
                            && key.getKeyId() != null
                            && (key.getAlgorithm() == null || key.getAlgorithm().equals(algorithm))
                            && (key.getUse() == null || key.getUse().equals("sig"));
            if (usable && keys.size() < MAX_KEYS) {
                keys.putIfAbsent(
                        key.getKeyId(),
                        new IssuerKey(((PublicJsonWebKey) key).getPublicKey(), algorithm));
            }
        }
        return new IssuerKeySet(keys);
    }

    private static String algorithm(JsonWebKey key) {
        if (key instanceof RsaJsonWebKey rsa) {
            int bits = ((RSAPublicKey) rsa.getPublicKey()).getModulus().bitLength();
            return bits >= MIN_RSA_BITS ? AlgorithmIdentifiers.RSA_USING_SHA256 : null;
        }
        if (key instanceof EllipticCurveJsonWebKey elliptic) {
            return "P-256".equals(elliptic.getCurveName())
                    ? AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256
                    : null;
        }
        return key instanceof OctetKeyPairJsonWebKey pair
                        && OctetKeyPairJsonWebKey.SUBTYPE_ED25519.equals(pair.getSubtype())
                ? AlgorithmIdentifiers.EDDSA
                : null;
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    /** The key of that id, if it verifies that algorithm. */
    Optional<Key> find(String id, String algorithm) {
        return Optional.ofNullable(id == null ? null : keys.get(id))
                .filter(key -> key.algorithm().equals(algorithm))
                .map(IssuerKey::key);
    }

    boolean contains(Key key) {
        return keys.values().stream().anyMatch(known -> known.key().equals(key));
    }
}
