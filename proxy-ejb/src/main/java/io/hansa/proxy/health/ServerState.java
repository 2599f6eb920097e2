package io.hansa.proxy.health;

import java.time.Instant;

/**
 * The state of one business server on this node.
 *
 * @param since as far as this node knows
 * @param reason a sentence
 */
public record ServerState(Level level, Instant since, String reason) {
    /** From well to gone. */
    public enum Level {
        /** It answers, or was not asked lately. */
        UP,
        /** It fails more often than usual, or is tried again after it was down. */
        SUSPECT,
        /** It gets nothing, because it does not answer or its entry says so. */
        DOWN,
        /** It gets nothing new, because it is to be stopped. */
        DRAINING,
        /** It gets nothing, because an operator says so. */
        QUARANTINED
    }

    boolean same(ServerState other) {
        return other != null && level == other.level;
    }
}
