package io.hansa.connector.target;

import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.DrainLatch;
import io.hansa.connector.pool.TargetPool;

/**
 * A target with its pool, which is closed after the last exchange when the target has been
 * replaced.
 */
final class OpenTarget {

    private final ServerTarget target;
    private final TargetPool pool;
    private final DrainLatch gate = new DrainLatch();
    private volatile boolean used = true;

    OpenTarget(ServerTarget target, TargetPool pool) {
        this.target = target;
        this.pool = pool;
    }

    boolean serves(ServerTarget other) {
        return target == other || target.equals(other);
    }

    boolean isOf(String targetId) {
        return target.id().equals(targetId);
    }

    TargetPool pool() {
        return pool;
    }

    /** Whether an exchange may begin; {@link #leave()} at its end. */
    boolean enter() {
        if (!gate.enter()) {
            return false;
        }
        if (!used) {
            used = true;
        }
        return true;
    }

    void leave() {
        if (gate.leave()) {
            pool.close();
        }
    }

    void closeExpired() {
        pool.closeExpired();
    }

    /** Lets the exchanges in flight end and no other begin. */
    void drain() {
        if (gate.shut()) {
            pool.close();
        } else {
            pool.drain();
        }
    }

    void close() {
        gate.shut();
        pool.close();
    }

    /** Whether it is drained to the last exchange. */
    boolean ended() {
        return gate.isEmptyForGood();
    }

    /** Whether no exchange has begun since the last call of this method. */
    boolean unused() {
        boolean result = !used;
        used = false;
        return result;
    }
}
