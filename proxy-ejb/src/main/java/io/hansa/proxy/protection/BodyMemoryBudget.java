package io.hansa.proxy.protection;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The memory that callers' data takes, and how many callers are waited for (R14). Data that is
 * small and came at once is not counted here, as the number of requests in flight bounds it. Safe
 * for many threads.
 */
public final class BodyMemoryBudget {
    private static final int RETRY_SECONDS = 1;

    private final CallerLimits limits;
    private final BodyMemoryBudget unauthenticated;
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicInteger waiting = new AtomicInteger();

    public BodyMemoryBudget(CallerLimits limits) {
        this(limits, new BodyMemoryBudget(limits.unauthenticated(), null));
    }

    private BodyMemoryBudget(CallerLimits limits, BodyMemoryBudget unauthenticated) {
        this.limits = limits;
        this.unauthenticated = unauthenticated;
    }

    /**
     * The data, and the places, of callers of whom nothing is known yet: they take none from the
     * others.
     */
    public BodyMemoryBudget unauthenticated() {
        return unauthenticated;
    }

    /** One more caller is waited for, until its share is closed. @throws Failure OVERLOADED */
    public Lease share() {
        if (waiting.incrementAndGet() > limits.waiting()) {
            waiting.decrementAndGet();
            throw overloaded("as many callers to wait for as it can");
        }
        return new Lease();
    }

    /** One that takes its reply, which is there already and cannot be refused. */
    public Lease reply(long length) {
        waiting.incrementAndGet();
        Lease share = new Lease();
        share.holdOnly(length);
        return share;
    }

    /**
     * @throws Failure OVERLOADED where replies that their callers do not read have used up more
     *     than there is
     */
    public void requireMemory() {
        if (bytes.get() > limits.dataBytes()) {
            throw overloaded("all the memory in use that it has for business data");
        }
    }

    public int waiting() {
        return waiting.get();
    }

    public long bytes() {
        return bytes.get();
    }

    public CallerLimits limits() {
        return limits;
    }

    private static Failure overloaded(String reason) {
        return Failure.of(
                        ErrorCode.OVERLOADED,
                        "This node has %s; try again shortly or use another.".formatted(reason))
                .with("retryAfterSeconds", RETRY_SECONDS);
    }

    /** What one caller's data takes. For any thread. */
    public final class Lease implements AutoCloseable {
        private long held;
        private boolean closed;

        private Lease() {}

        /**
         * Before the memory is allocated. @throws Failure OVERLOADED where there is not so much
         * left
         */
        public synchronized void take(long more) {
            if (!closed && bytes.addAndGet(more) > limits.dataBytes()) {
                bytes.addAndGet(-more);
                throw overloaded("all the memory in use that it has for business data");
            }
            held += more;
        }

        /**
         * From now on for nothing but what is there already, such as a reply whose request has been
         * forgotten, with the room that was kept for it. It is not refused, however much it is:
         * others have to wait for it.
         */
        public synchronized void holdOnly(long exactly) {
            if (!closed) {
                long all = Math.max(0, exactly);
                bytes.addAndGet(all - held);
                held = all;
            }
        }

        public synchronized void giveBack(long less) {
            if (!closed) {
                bytes.addAndGet(-less);
                held -= less;
            }
        }

        /** Gives everything back; once or more often. */
        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                bytes.addAndGet(-held);
                waiting.decrementAndGet();
            }
        }
    }
}
