package io.hansa.proxy.routing;

import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * What an operator has set for a destination, so that it gets no work. Immutable.
 *
 * @param told a sentence without its subject and full stop: {@code is set DRAINING by admin until
 *     …}
 * @param until null: without an end
 */
public record Hold(String told, Instant until) {
    /** The most that {@code Retry-After} tells. */
    private static final Duration MAX_PAUSE = Duration.ofDays(1);

    private static final Duration MIN_PAUSE = Duration.ofSeconds(1);

    /**
     * The failure with when its caller should ask again.
     *
     * @param end null: nothing ends by itself, and the failure stays as it is
     * @param now by the clock by which it ends
     */
    public static Failure until(Instant end, Instant now, Failure failure) {
        return end == null
                ? failure
                : failure.with("retryAfterSeconds", retryAfterSeconds(end, now));
    }

    /** When a refused caller should ask again: at the end, or after a day where that is later. */
    static long retryAfterSeconds(Instant end, Instant now) {
        Duration left = Duration.between(now, end).plusMillis(999);
        if (left.compareTo(MAX_PAUSE) > 0) {
            return MAX_PAUSE.toSeconds();
        }
        return Math.max(MIN_PAUSE.toSeconds(), left.toSeconds());
    }
}
