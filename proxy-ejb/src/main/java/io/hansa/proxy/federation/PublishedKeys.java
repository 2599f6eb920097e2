package io.hansa.proxy.federation;

import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;

/**
 * The keys of one peer as its documents told them. A key that one document lacks stays until
 * another one that comes some seconds later lacks it, too: several nodes behind one address publish
 * each its own. Immutable.
 */
final class PublishedKeys {
    static final PublishedKeys NONE = new PublishedKeys(Map.of());
    private static final int MAX_KEYS = 32;
    private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(5);

    /**
     * @param missingSince {@link System#nanoTime()} of the first document that lacked it; null: the
     *     last one had it
     */
    private record Seen(Key key, Long missingSince) {}

    private final Map<String, Seen> keys;

    private PublishedKeys(Map<String, Seen> keys) {
        this.keys = Map.copyOf(keys);
    }

    Optional<Key> find(String keyId) {
        return Optional.ofNullable(keys.get(keyId)).map(Seen::key);
    }

    /** Whether there are keys, and the last document had all of them. */
    boolean settled() {
        return !keys.isEmpty()
                && keys.values().stream().allMatch(seen -> seen.missingSince() == null);
    }

    /**
     * As they are known after one more document.
     *
     * @param document a JWK set (RFC 7517); what is no public key on P-256 with an id is left out
     */
    PublishedKeys after(String document) throws JoseException {
        Map<String, Seen> next = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(document).getJsonWebKeys()) {
            if (key instanceof EllipticCurveJsonWebKey elliptic
                    && "P-256".equals(elliptic.getCurveName())
                    && key.getKeyId() != null
                    && next.size() < MAX_KEYS) {
                next.putIfAbsent(key.getKeyId(), new Seen(elliptic.getECPublicKey(), null));
            }
        }
        long now = System.nanoTime();
        keys.forEach(
                (id, seen) -> {
                    Long since = seen.missingSince() == null ? (Long) now : seen.missingSince();
                    if (now - since < GRACE_NANOS && next.size() < MAX_KEYS) {
                        next.putIfAbsent(id, new Seen(seen.key(), since));
                    }
                });
        return new PublishedKeys(next);
    }
}
