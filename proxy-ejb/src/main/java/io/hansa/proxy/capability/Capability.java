package io.hansa.proxy.capability;

import java.util.Objects;

/**
 * A type of business data that a server can process.
 *
 * @param timeoutMillis how long a request may take where the caller names no shorter deadline
 * @param rateLimit null: no ceiling
 * @param fallback what callers get while nobody can do the work; null: the reason
 */
public record Capability(
        String name,
        String description,
        Priority priority,
        Replay replay,
        int timeoutMillis,
        Balancing balancing,
        RateLimit rateLimit,
        Fallback fallback,
        long version) {
    /** What is shed first under pressure: BULK, then NORMAL; CORE last (R12). */
    public enum Priority {
        CORE,
        NORMAL,
        BULK
    }

    /** Whether a request may reach servers more than once. */
    public enum Replay {
        /** It changes nothing. */
        SAFE,
        /** Twice is the same as once. */
        IDEMPOTENT,
        /** Never twice. */
        ONCE
    }

    /** How a server is picked among those under their threshold (R9). */
    public enum Balancing {
        ROUND_ROBIN,
        RANDOM,
        LEAST_CONNECTIONS,
        PEAK_EWMA
    }

    /** A reply that is always the same; text in UTF-8. */
    public record Fallback(String contentType, String data) {}

    /** At most {@code permits} requests in any {@code perMillis} milliseconds. */
    public record RateLimit(long permits, long perMillis) {
        public RateLimit {
            if (permits < 1 || perMillis < 1) {
                throw new IllegalArgumentException(
                        "rateLimit needs permits and perMillis of at least 1");
            }
        }
    }

    public Capability {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(priority, "priority");
        Objects.requireNonNull(replay, "replay");
        Objects.requireNonNull(balancing, "balancing");
        if (timeoutMillis < 1) {
            throw new IllegalArgumentException("timeoutMillis must be at least 1");
        }
    }

    /** Without a fallback. */
    public Capability(
            String name,
            String description,
            Priority priority,
            Replay replay,
            int timeoutMillis,
            Balancing balancing,
            RateLimit rateLimit,
            long version) {
        this(
                name,
                description,
                priority,
                replay,
                timeoutMillis,
                balancing,
                rateLimit,
                null,
                version);
    }

    /** What holds for a capability that a server offers before anybody has described it. */
    public static Capability undescribed(String name) {
        return new Capability(
                name, "", Priority.NORMAL, Replay.ONCE, 2000, Balancing.ROUND_ROBIN, null, 0);
    }
}
