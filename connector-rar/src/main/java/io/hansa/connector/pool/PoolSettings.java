package io.hansa.connector.pool;

import io.hansa.connector.ConnectionLimits;
import io.hansa.connector.ServerTarget;

/**
 * How long channels and callers are kept waiting, the same for all targets, and how many at once.
 *
 * @param idleMillis after which an unused channel is closed, unless its target says otherwise
 * @param lifetimeMillis after which a channel is not used again
 * @param slotWaitMillis for an exchange to end when as many are in flight as the target takes
 * @param openingsAtOnce channels of one target that are being opened at the same time; more callers
 *     wait for one of these
 * @param maxExchanges in flight at once with all targets together
 */
public record PoolSettings(
        long idleMillis,
        long lifetimeMillis,
        long slotWaitMillis,
        int openingsAtOnce,
        int maxExchanges) {

    public static final long DEFAULT_IDLE_MILLIS = 60_000;
    public static final long DEFAULT_LIFETIME_MILLIS = 1_800_000;
    public static final long DEFAULT_SLOT_WAIT_MILLIS = 100;
    public static final int DEFAULT_OPENINGS_AT_ONCE = 4;
    public static final int DEFAULT_MAX_EXCHANGES = 1024;

    /**
     * A request that must not be sent twice uses no channel that has been idle for longer and has
     * no echo. Common HTTP servers close idle connections after 5 seconds (Apache httpd's {@code
     * KeepAliveTimeout}, Node.js's {@code keepAliveTimeout}).
     */
    public static final long MAX_IDLE_NANOS_FOR_ONCE = 4_000_000_000L;

    public PoolSettings {
        require("idleMillis", idleMillis, 1);
        require("lifetimeMillis", lifetimeMillis, 1);
        require("slotWaitMillis", slotWaitMillis, 0);
        require("openingsAtOnce", openingsAtOnce, 1);
        require("maxExchanges", maxExchanges, 1);
    }

    /** With the default numbers. */
    public PoolSettings(long idleMillis, long lifetimeMillis, long slotWaitMillis) {
        this(
                idleMillis,
                lifetimeMillis,
                slotWaitMillis,
                DEFAULT_OPENINGS_AT_ONCE,
                DEFAULT_MAX_EXCHANGES);
    }

    public static PoolSettings defaults() {
        return new PoolSettings(
                DEFAULT_IDLE_MILLIS, DEFAULT_LIFETIME_MILLIS, DEFAULT_SLOT_WAIT_MILLIS);
    }

    /** After which an unused channel of the target is closed. */
    public long idleMillis(ServerTarget target) {
        int own = target.limits().idleMillis();
        return own == ConnectionLimits.ADAPTERS_IDLE_MILLIS ? idleMillis : own;
    }

    private static void require(String name, long value, long min) {
        if (value < min) {
            throw new IllegalArgumentException(
                    "The adapter's %s is %d; give %d or more.".formatted(name, value, min));
        }
    }
}
