package io.hansa.proxy.breaker;

import io.hansa.proxy.override.Cause;
import java.time.Instant;
import java.util.Objects;

/**
 * What an administrator wants of a breaker.
 *
 * @param target {@code server:trade-1} or {@code peer:shop-b}
 * @param until when the breaker is automatic again; null: without an end
 * @param cause why, by whom and since when
 */
public record BreakerSetting(String target, Mode mode, Instant until, Cause cause, long version) {
    /** Without an end. */
    public BreakerSetting(String target, Mode mode, long version) {
        this(target, mode, null, Cause.NONE, version);
    }

    /** Whether the breaker decides by itself. */
    public enum Mode {
        AUTOMATIC,
        /** Nothing is sent to the target. */
        FORCED_OPEN,
        /** Everything is sent to it, even if every exchange fails. */
        FORCED_CLOSED
    }

    public BreakerSetting {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(cause, "cause");
    }

    /** The same, set by that account. */
    public BreakerSetting by(String account) {
        return new BreakerSetting(target, mode, until, cause.by(account), version);
    }

    /**
     * Whether the breaker decides by itself again, or does all along.
     *
     * @param nowMillis by the clock of all nodes
     */
    public boolean ended(long nowMillis) {
        return until != null && nowMillis >= until.toEpochMilli();
    }

    /** For a sentence: the state, and its cause. */
    public String told() {
        return mode + cause.told(until);
    }

    public static String server(String id) {
        return "server:" + id;
    }

    public static String peer(String id) {
        return "peer:" + id;
    }
}
