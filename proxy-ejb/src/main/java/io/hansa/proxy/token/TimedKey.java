package io.hansa.proxy.token;

import java.time.Instant;
import java.util.Objects;

/**
 * A signing key with the times of its life. It is published from the start, signs from {@code
 * since} until the next key does, and verifies until {@code until}. Immutable.
 *
 * @param published since when it is published
 * @param since from when it signs
 * @param until when the last token that it signed has expired; null while no other key is to
 *     replace it
 */
public record TimedKey(SigningKey key, Instant published, Instant since, Instant until) {
    public TimedKey {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(published, "published");
        Objects.requireNonNull(since, "since");
    }

    /** Whether no token that it signed can be valid any more. */
    public boolean isOver(Instant now) {
        return until != null && now.isAfter(until);
    }
}
