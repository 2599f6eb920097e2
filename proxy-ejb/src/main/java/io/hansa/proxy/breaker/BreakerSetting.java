package io.hansa.proxy.breaker;

import java.util.Objects;

/**
 * What an administrator wants of a breaker.
 *
 * @param target {@code server:trade-1} or {@code peer:shop-b}
 */
public record BreakerSetting(String target, Mode mode, long version) {
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
    }

    public static String server(String id) {
        return "server:" + id;
    }

    public static String peer(String id) {
        return "peer:" + id;
    }
}
