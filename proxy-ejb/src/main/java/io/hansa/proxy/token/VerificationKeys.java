package io.hansa.proxy.token;

import java.security.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * The public keys by which one issuer's tokens are verified. Answers from memory, at once; safe for
 * many threads.
 */
public interface VerificationKeys {
    /**
     * The key of that id, which only this issuer signs with; empty where the issuer has none such.
     */
    Optional<Key> find(String issuer, String keyId);

    /**
     * A token of the issuer names a key that is not known: it may be new, and may be fetched in the
     * background.
     */
    default void missed(String issuer) {}

    /** Since when the issuer is trusted without a break: what it signed before is not accepted. */
    default Instant acceptedFrom(String issuer) {
        return Instant.MIN;
    }
}
