package io.hansa.proxy.override;

import java.time.Instant;
import java.util.Objects;

/**
 * What an operator set for one server or node. Immutable.
 *
 * @param target {@code server:trade-1} or {@code node:a}
 * @param state why it gets no work; null: it gets some
 * @param weight the share of its entry's weight, from 0 (no work) to 1
 * @param until its end; null: until it is removed
 * @param cause why, by whom and since when
 */
public record OperatingOverride(
        String target, State state, double weight, Instant until, Cause cause, long version) {
    /** So that one with a tiny weight still has a turn. */
    private static final double MIN_SHARE = 0.001;

    /** Why the target gets no new work. Its exchanges in flight go on. */
    public enum State {
        /** Something may be wrong with it. */
        QUARANTINED,
        /** It is to be stopped. */
        DRAINING
    }

    public OperatingOverride {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(cause, "cause");
    }

    /** The same, set by that account. */
    public OperatingOverride by(String account) {
        return new OperatingOverride(target, state, weight, until, cause.by(account), version);
    }

    public static String server(String id) {
        return "server:" + id;
    }

    public static String node(String id) {
        return "node:" + id;
    }

    /** The id of the server or node. */
    public String id() {
        return target.substring(target.indexOf(':') + 1);
    }

    public boolean ofNode() {
        return target.startsWith(node(""));
    }

    /**
     * @param nowMillis by the clock of all nodes
     */
    public boolean ended(long nowMillis) {
        return until != null && nowMillis >= until.toEpochMilli();
    }

    /** A sentence without its subject and full stop: the state, and its cause. */
    public String told() {
        return "is set " + (state == null ? "to weight 0" : state.name()) + cause.told(until);
    }

    /** Whether the target gets no new work. */
    public boolean excludes(long nowMillis) {
        return (state != null || weight == 0) && !ended(nowMillis);
    }

    /** By which the entry's weight is multiplied; over 0. */
    public double share(long nowMillis) {
        return ended(nowMillis) ? 1 : Math.max(MIN_SHARE, weight);
    }
}
