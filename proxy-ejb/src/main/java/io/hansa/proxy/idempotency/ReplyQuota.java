package io.hansa.proxy.idempotency;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.IdempotencyLimits;
import io.hansa.proxy.failure.Failure;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The kept replies of each caller as this node knows them: the database's last count, and this
 * node's additions since. What other nodes add is seen with the next count, so that several nodes
 * may go beyond a quota by what one of them adds in between. Costs a request no query. Safe for
 * many threads.
 */
final class ReplyQuota {
    private static final int RETRY_SECONDS = 60;

    /** Of one holder, or of all. */
    private static final class Usage {
        private final AtomicLong keys = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();

        Usage(long keys, long bytes) {
            this.keys.set(keys);
            this.bytes.set(bytes);
        }

        boolean takes(long more, long max) {
            if (bytes.addAndGet(more) <= max) {
                return true;
            }
            bytes.addAndGet(-more);
            return false;
        }
    }

    /** What the database counts of one holder. */
    record Count(long keys, long bytes) {}

    private final IdempotencyLimits limits;
    private volatile ConcurrentHashMap<String, Usage> byHolder = new ConcurrentHashMap<>();
    private volatile Usage all = new Usage(0, 0);

    ReplyQuota(IdempotencyLimits limits) {
        this.limits = limits;
    }

    /** Whether the holder may have one more key. */
    boolean hasRoom(String holder) {
        return of(holder).keys.get() < limits.maxCallerKeys() && all.keys.get() < limits.maxKeys();
    }

    /** Without its key a request that may run once only must not run at all. */
    Failure full() {
        return Failure.of(
                        ErrorCode.RATE_LIMITED,
                        "As many idempotency keys are kept of this caller, or of all, as are allowed; ask again when the oldest are forgotten, or have hansa.idempotency.max-caller-keys raised.")
                .with("retryAfterSeconds", RETRY_SECONDS);
    }

    void began(String holder) {
        of(holder).keys.incrementAndGet();
        all.keys.incrementAndGet();
    }

    void forgotten(String holder) {
        of(holder).keys.decrementAndGet();
        all.keys.decrementAndGet();
    }

    /** Whether so many bytes more are kept of the holder; they are counted where it is so. */
    boolean takes(String holder, long bytes) {
        Usage its = of(holder);
        if (!its.takes(bytes, mebibytes(limits.maxCallerMebibytes()))) {
            return false;
        }
        if (all.takes(bytes, mebibytes(limits.maxMebibytes()))) {
            return true;
        }
        its.bytes.addAndGet(-bytes);
        return false;
    }

    /** What the database holds, in place of all that was known. */
    void counted(Map<String, Count> counts) {
        ConcurrentHashMap<String, Usage> fresh = new ConcurrentHashMap<>();
        long keys = 0;
        long bytes = 0;
        for (Map.Entry<String, Count> count : counts.entrySet()) {
            Count its = count.getValue();
            fresh.put(count.getKey(), new Usage(its.keys(), its.bytes()));
            keys += its.keys();
            bytes += its.bytes();
        }
        byHolder = fresh;
        all = new Usage(keys, bytes);
    }

    private Usage of(String holder) {
        return byHolder.computeIfAbsent(holder, its -> new Usage(0, 0));
    }

    private static long mebibytes(int count) {
        return (long) count << 20;
    }
}
