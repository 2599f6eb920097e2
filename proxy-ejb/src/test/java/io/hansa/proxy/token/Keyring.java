package io.hansa.proxy.token;

import java.security.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The signing keys of a league by proxy, found as a proxy finds them, with every look-up counted.
 */
public final class Keyring implements VerificationKeys {
    private final Map<String, SigningKey> keys = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    /** The key of that proxy, made when it is first asked for. */
    public SigningKey of(String proxy) {
        return keys.computeIfAbsent(proxy, id -> new SigningKey());
    }

    @Override
    public Optional<Key> find(String issuer, String keyId) {
        lookUps.incrementAndGet();
        return Optional.ofNullable(keys.get(issuer))
                .filter(key -> key.id().equals(keyId))
                .map(SigningKey::publicKey);
    }

    public int lookUps() {
        return lookUps.get();
    }
}
