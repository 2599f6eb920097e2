package io.hansa.proxy.audit;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.audit.AuditRecord.Origin;
import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.AuditLimits.OnFull;
import io.hansa.proxy.failure.Failure;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Records that a background writer appends: all except changes, which are written in the
 * transaction of the change. Adding never waits. Safe for many threads.
 */
public final class AuditQueue {
    private static final int RETRY_AFTER_SECONDS = 5;

    /** Why records were not written. */
    public enum Omission {
        QUEUE_FULL,
        UNAUTHENTICATED,
        NOT_STORABLE;

        /** The name in metrics. */
        public String label() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The member of the record that states how many there were. */
        String word() {
            return switch (this) {
                case QUEUE_FULL -> "queueFull";
                case UNAUTHENTICATED -> "unauthenticated";
                case NOT_STORABLE -> "notStorable";
            };
        }
    }

    private final ArrayBlockingQueue<AuditRecord> waiting;
    private final AuditLimits limits;
    private final String node;
    private final SecondBudget unauthenticated;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong[] omitted = new AtomicLong[Omission.values().length];

    AuditQueue(AuditLimits limits, String node, LongSupplier nanos) {
        this.waiting = new ArrayBlockingQueue<>(limits.queue());
        this.limits = limits;
        this.node = node;
        this.unauthenticated = new SecondBudget(limits.maxUnauthenticated(), nanos);
        for (Omission why : Omission.values()) {
            omitted[why.ordinal()] = new AtomicLong();
        }
    }

    /**
     * Adds a record of a call.
     *
     * @param source the sender's address; empty if unknown
     */
    public void add(AuditRecord record, String source, String traceId) {
        if (!waiting.offer(record.from(new Origin(node, source, traceId)))) {
            omit(Omission.QUEUE_FULL);
        }
    }

    /** The same for a caller that was not authenticated: only some per second are recorded. */
    public void addUnauthenticated(AuditRecord record, String source, String traceId) {
        if (unauthenticated.take()) {
            add(record, source, traceId);
        } else {
            omit(Omission.UNAUTHENTICATED);
        }
    }

    /**
     * To be called before a call of the administration whose refusal would be recorded.
     *
     * @throws Failure OVERLOADED while the queue is full, if it is configured so
     */
    public void requireRoom() {
        if (limits.onFull() == OnFull.REFUSE && waiting.remainingCapacity() == 0) {
            throw Failure.of(
                            ErrorCode.OVERLOADED,
                            "The queue of the audit record is full; look at the database behind the"
                                    + " data source jdbc/hansa, or set hansa.audit.on-full=drop.")
                    .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
        }
    }

    /** Records that wait. */
    public int length() {
        return waiting.size();
    }

    int capacity() {
        return limits.queue();
    }

    /** Records that were written since the start. */
    public long written() {
        return written.get();
    }

    /** Records that were not written since the start, for any reason. */
    public long omitted() {
        long sum = 0;
        for (AtomicLong one : omitted) {
            sum += one.get();
        }
        return sum;
    }

    /** Moves waiting records to the batch, and waits for the first one. */
    void take(List<AuditRecord> batch, int max, long maxMillis) throws InterruptedException {
        AuditRecord first = waiting.poll(maxMillis, TimeUnit.MILLISECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, max - 1);
        }
    }

    void wrote(int records) {
        written.addAndGet(records);
    }

    void omit(Omission why) {
        omitted[why.ordinal()].incrementAndGet();
    }

    /** Records that were not written since the start for that reason. */
    public long omitted(Omission why) {
        return omitted[why.ordinal()].get();
    }
}
