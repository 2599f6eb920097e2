package io.hansa.proxy.capability;

import java.util.Objects;

/**
 * A type of business data that a server can process.
 *
 * @param handling how requests for it are handled
 * @param rateLimit null: no limit
 * @param fallback the reply to callers while no server or peer can process requests; null: an error
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
    /** The order of load shedding: BULK first, then NORMAL, CORE last. */
    public enum Priority {
        CORE,
        NORMAL,
        BULK
    }

    /** Whether a request may reach servers more than once. */
    public enum Replay {
        /** Has no effect on the server's state. */
        SAFE,
        /** Repeating it has the same effect as doing it once. */
        IDEMPOTENT,
        /** Must not be repeated. */
        ONCE
    }

    /** How a server is chosen among those below their load threshold. */
    public enum Balancing {
        ROUND_ROBIN,
        RANDOM,
        LEAST_CONNECTIONS,
        PEAK_EWMA
    }

    /** A constant reply; text in UTF-8. */
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

    /** A capability without a fallback. */
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

    /** The default for a capability that a server offers and no administrator has described. */
    public static Capability undescribed(String name) {
        return new Capability(
                name, "", Priority.NORMAL, Replay.ONCE, 2000, Balancing.ROUND_ROBIN, null, 0);
    }
}
