package io.hansa.proxy.protection;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The ceilings of capabilities, accounts and peers (R13). This node never lets more through than a
 * limit allows, and decides that from memory. What it let through it settles with the other nodes
 * every now and then, and holds back as much as they took. Safe for many threads.
 */
public final class RateLimits {
    /** So long a limit is settled after its last use, so that it follows what other nodes take. */
    private static final long FOLLOWED_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final int MOST_LIMITERS = 10_000;

    /** Whose ceiling it is. */
    public enum Scope {
        CAPABILITY,
        ACCOUNT,
        PEER
    }

    private record Name(Scope scope, String name) {
        String shown() {
            return scope.name().toLowerCase(Locale.ROOT) + ":" + name;
        }
    }

    private static final class Limiter {
        final RateLimit limit;
        final Bucket bucket;
        final LongAdder taken = new LongAdder();
        long usedAt;
        long settledAt;

        Limiter(RateLimit limit, long now) {
            this.limit = limit;
            this.usedAt = now;
            this.settledAt = now;
            this.bucket = Bucket.builder().addLimit(bandwidth(limit)).build();
        }

        /**
         * What was taken since the latest settlement could, at most, be within the limit beyond
         * what a full bucket holds.
         */
        double refilledBeyond(long now) {
            long perNanos = TimeUnit.MILLISECONDS.toNanos(limit.perMillis());
            return (double) limit.permits() * Math.max(0, now - settledAt - perNanos) / perNanos;
        }

        boolean full() {
            return bucket.getAvailableTokens() >= limit.permits();
        }
    }

    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<Name, Limiter> limiters = new ConcurrentHashMap<>();
    private Iterator<Map.Entry<Name, Limiter>> turn = Collections.emptyIterator();

    public RateLimits() {
        this(System::nanoTime);
    }

    RateLimits(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** How a limit's bucket fills up, that of a node and the one which all nodes share. */
    public static Bandwidth bandwidth(RateLimit limit) {
        return Bandwidth.builder()
                .capacity(limit.permits())
                .refillGreedy(limit.permits(), Duration.ofMillis(limit.perMillis()))
                .build();
    }

    /**
     * Takes one permit.
     *
     * @param limit null: there is no ceiling
     * @throws Failure RATE_LIMITED with the time after which one is free again
     */
    public void take(Scope scope, String name, RateLimit limit) {
        if (limit == null) {
            return;
        }
        Limiter limiter = limiter(new Name(scope, name), limit);
        ConsumptionProbe probe = limiter.bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            limiter.taken.increment();
            return;
        }
        long seconds = 1 + TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill() - 1);
        throw Failure.of(
                        ErrorCode.RATE_LIMITED,
                        "%s may take %d requests in %d ms; try again in %d s."
                                .formatted(name, limit.permits(), limit.perMillis(), seconds))
                .with("retryAfterSeconds", seconds);
    }

    /**
     * Settles with the other nodes, one limit at least, and forgets limits that are not used. Each
     * is a transaction, and the time they take must not grow with their number: where the time is
     * up, the next run begins with the next limit. For one thread at a time; waits.
     *
     * @param mayGoOn asked after each limit that was settled
     */
    public void settle(SharedPermits shared, BooleanSupplier mayGoOn) {
        for (int looked = limiters.size(); looked > 0; looked--) {
            if (!turn.hasNext()) {
                turn = limiters.entrySet().iterator();
            }
            if (!turn.hasNext()) {
                return;
            }
            Map.Entry<Name, Limiter> next = turn.next();
            if (settle(next.getKey(), next.getValue(), shared) && !mayGoOn.getAsBoolean()) {
                return;
            }
        }
    }

    /** Whether that asked the other nodes. */
    private boolean settle(Name name, Limiter limiter, SharedPermits shared) {
        long now = nanoTime.getAsLong();
        long taken = limiter.taken.sumThenReset();
        if (taken > 0) {
            limiter.usedAt = now;
        }
        if (now - limiter.usedAt <= FOLLOWED_NANOS) {
            settle(name, limiter, taken, now, shared);
            return true;
        }
        if (limiters.size() > MOST_LIMITERS && limiter.full()) {
            limiters.remove(name, limiter);
        }
        return false;
    }

    /**
     * A bucket fills up to its limit and no further, and what was taken is told all at once. So
     * where the latest settlement was longer ago than the limit's period, the others are told only
     * what is more than has flowed in beyond that: who kept to the limit must owe nothing.
     */
    private static void settle(
            Name name, Limiter limiter, long taken, long now, SharedPermits shared) {
        long told = (long) Math.max(0, taken - limiter.refilledBeyond(now));
        long left;
        try {
            left = shared.settle(name.shown(), limiter.limit, told);
        } catch (RuntimeException away) {
            limiter.taken.add(taken);
            throw away;
        }
        limiter.settledAt = now;
        long here = limiter.bucket.getAvailableTokens() + limiter.taken.sum();
        if (left < here) {
            limiter.bucket.consumeIgnoringRateLimits(here - left);
        }
    }

    private Limiter limiter(Name name, RateLimit limit) {
        Limiter limiter = limiters.get(name);
        if (limiter == null || !limiter.limit.equals(limit)) {
            limiter =
                    limiters.compute(
                            name,
                            (same, old) ->
                                    old != null && old.limit.equals(limit)
                                            ? old
                                            : new Limiter(limit, nanoTime.getAsLong()));
        }
        return limiter;
    }
}
