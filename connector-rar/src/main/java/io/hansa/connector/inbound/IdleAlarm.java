package io.hansa.connector.inbound;

import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;

/**
 * Rings when nothing has happened for so long, however often something does, unless it is cancelled
 * before.
 */
final class IdleAlarm {

    private final Alarms alarms;
    private final long millis;
    private final LongSupplier quietMillis;
    private final Runnable ring;
    private volatile Future<?> next;
    private volatile boolean cancelled;

    IdleAlarm(Alarms alarms, long millis, LongSupplier quietMillis, Runnable ring) {
        this.alarms = alarms;
        this.millis = millis;
        this.quietMillis = quietMillis;
        this.ring = ring;
        arm(millis);
    }

    void cancel() {
        cancelled = true;
        next.cancel(false);
    }

    private void arm(long longer) {
        next = alarms.at(Deadline.inMillis(longer), this::look);
        if (cancelled) {
            next.cancel(false);
        }
    }

    private void look() {
        if (cancelled) {
            return;
        }
        long quiet = quietMillis.getAsLong();
        if (quiet >= millis) {
            ring.run();
        } else {
            arm(millis - quiet);
        }
    }
}
