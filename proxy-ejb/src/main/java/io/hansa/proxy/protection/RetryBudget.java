package io.hansa.proxy.protection;

import io.github.bucket4j.Bucket;
import io.hansa.proxy.configuration.RetryLimits;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What this node may spend on sending again: a share of its live traffic, and a small reserve. When
 * much fails at once the budget is soon gone, and retries do not add to the load that made things
 * fail. Safe for many threads.
 */
public final class RetryBudget {
    private static final int WHOLE = 100;

    /** Saved up at most: the shares of so many retries. */
    private static final int MOST_SAVED = 100 * WHOLE;

    private final RetryLimits limits;
    private final AtomicInteger saved = new AtomicInteger();
    private final Bucket reserve;

    public RetryBudget(RetryLimits limits) {
        this.limits = limits;
        this.reserve =
                Bucket.builder()
                        .addLimit(
                                limit ->
                                        limit.capacity(limits.reservePerSecond())
                                                .refillGreedy(
                                                        limits.reservePerSecond(),
                                                        Duration.ofSeconds(1)))
                        .build();
    }

    /** How often one request may be sent again. */
    public int max() {
        return limits.max();
    }

    /** A request is sent for the first time. */
    public void earn() {
        int before = saved.get();
        if (before < MOST_SAVED) {
            saved.addAndGet(limits.sharePercent());
        }
    }

    /** Whether a request may be sent again; that is then spent. */
    public boolean spend() {
        int before = saved.get();
        while (before >= WHOLE) {
            if (saved.compareAndSet(before, before - WHOLE)) {
                return true;
            }
            before = saved.get();
        }
        return reserve.tryConsume(1);
    }
}
