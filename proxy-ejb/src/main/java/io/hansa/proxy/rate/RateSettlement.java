package io.hansa.proxy.rate;

import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import io.hansa.proxy.configuration.RateSharing;
import io.hansa.proxy.protection.RateLimits;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Settles this node's rate limits with the other nodes. While the database is away each node goes
 * by its own count; that is logged once. Run by one thread at a time.
 */
public final class RateSettlement implements Runnable {
    private static final System.Logger LOG = System.getLogger(RateSettlement.class.getName());
    private static final int TURNS_PER_TRY = 25;
    private static final int TURNS_PER_CLEANING = 18_000;
    private static final Duration UNUSED = Duration.ofDays(7);

    /** Settling takes no more of the time than that: one part in ten. */
    private static final int PARTS = 10;

    private final RateLimits limits;
    private final RateBuckets buckets;
    private final StoredPermits permits;
    private final long longestNanos;
    private boolean outage;
    private int turn;

    RateSettlement(RateLimits limits, RateBuckets buckets, RateSharing sharing) {
        this.limits = limits;
        this.buckets = buckets;
        this.permits = new StoredPermits(buckets);
        this.longestNanos = TimeUnit.MILLISECONDS.toNanos(sharing.everyMillis()) / PARTS;
    }

    @Override
    public void run() {
        turn++;
        if (outage && turn % TURNS_PER_TRY != 0) {
            return;
        }
        try {
            long began = System.nanoTime();
            limits.settle(permits, () -> System.nanoTime() - began < longestNanos);
            if (turn % TURNS_PER_CLEANING == 0) {
                buckets.removeUnusedFor(UNUSED);
            }
            if (outage) {
                outage = false;
                LOG.log(INFO, "HANSA-3101 Rate limits are shared with the other nodes again.");
            }
        } catch (RuntimeException away) {
            if (!outage) {
                outage = true;
                LOG.log(
                        WARNING,
                        "HANSA-3102 Rate limits cannot be shared: each node goes by its own count. Look at the"
                                + " database behind the data source jdbc/hansa.",
                        away);
            }
        }
    }
}
