package io.hansa.proxy.authentication;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Slows password guessing. Each account and source gets a pause after several wrong passwords in a
 * row, and each further wrong password doubles the pause. Each source also has a budget over all
 * accounts. The account's owner is not slowed at another source. A check counts as a guess from its
 * start and is taken back if the password was right, so concurrent checks cannot bypass the bound.
 * Memory is bounded. Safe for many threads.
 */
final class GuessThrottle {
    private static final long NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);
    private static final long NANOS_PER_GUESS = 2 * NANOS_PER_SECOND;
    private static final int MAX_REMEMBERED = 20_000;
    private static final int MAX_NAME = 100;
    private static final int MAX_DOUBLINGS = 20;
    private static final Duration FORGOTTEN = Duration.ofMinutes(15);

    private record Key(String account, String source) {}

    /**
     * @param freeAt the {@link System#nanoTime()} from which the next check may start
     */
    private record Guesses(int count, long freeAt) {}

    /**
     * @param spent guesses that count against the budget at that time
     * @param at the {@link System#nanoTime()} of that count
     */
    private record Budget(double spent, long at) {
        double spentAt(long now) {
            return Math.max(0, spent - (double) (now - at) / NANOS_PER_GUESS);
        }
    }

    private final GuessingLimits limits;
    private final LongSupplier nanos;
    private final Cache<Key, Guesses> byAccount = cache();
    private final Cache<String, Budget> bySource = cache();

    GuessThrottle(GuessingLimits limits, LongSupplier nanos) {
        this.limits = limits;
        this.nanos = nanos;
    }

    private static <K, V> Cache<K, V> cache() {
        return Caffeine.newBuilder()
                .maximumSize(MAX_REMEMBERED)
                .expireAfterWrite(FORGOTTEN)
                .executor(Runnable::run)
                .build();
    }

    /**
     * @throws Failure GUESSING_SLOWED with the time to wait
     */
    void check(String account, Source source) {
        long now = nanos.getAsLong();
        Guesses guesses = byAccount.getIfPresent(key(account, source));
        if (guesses != null && guesses.count() >= limits.guesses() && guesses.freeAt() - now > 0) {
            throw slowed("for this account from this address", guesses.freeAt() - now);
        }
        Budget budget = source.isKnown() ? bySource.getIfPresent(source.network()) : null;
        if (budget != null) {
            double over = budget.spentAt(now) + 1 - limits.guessesOfSource();
            if (over > 0) {
                throw slowed("from this address", (long) (over * NANOS_PER_GUESS));
            }
        }
    }

    /** Counts a check that starts. */
    void guessed(String account, Source source) {
        long now = nanos.getAsLong();
        byAccount.asMap().merge(key(account, source), guess(0, now), (old, one) -> guess(old, now));
        spend(source, 1, now);
    }

    /**
     * Takes back the guess of a check that was right or had no result. A right password also clears
     * the earlier guesses.
     */
    void takeBack(String account, Source source, boolean right) {
        if (right) {
            byAccount.invalidate(key(account, source));
        } else {
            byAccount
                    .asMap()
                    .computeIfPresent(
                            key(account, source),
                            (key, guesses) ->
                                    guesses.count() <= 1
                                            ? null
                                            : new Guesses(guesses.count() - 1, guesses.freeAt()));
        }
        spend(source, -1, nanos.getAsLong());
    }

    private Guesses guess(Guesses before, long now) {
        return guess(before.count(), now);
    }

    private Guesses guess(int before, long now) {
        int doublings = Math.min(MAX_DOUBLINGS, Math.max(0, before + 1 - limits.guesses()));
        long seconds = Math.min(limits.pauseSeconds(), 1L << doublings);
        return new Guesses(before + 1, now + seconds * NANOS_PER_SECOND);
    }

    private void spend(Source source, int guesses, long now) {
        if (source.isKnown()) {
            bySource.asMap()
                    .compute(
                            source.network(),
                            (network, before) ->
                                    new Budget(
                                            Math.max(
                                                    0,
                                                    (before == null ? 0 : before.spentAt(now))
                                                            + guesses),
                                            now));
        }
    }

    private static Key key(String account, Source source) {
        return new Key(
                account.length() <= MAX_NAME ? account : account.substring(0, MAX_NAME),
                source.network());
    }

    private static Failure slowed(String what, long nanosLeft) {
        long seconds = Math.max(1, (nanosLeft + NANOS_PER_SECOND - 1) / NANOS_PER_SECOND);
        return Failure.of(
                        ErrorCode.GUESSING_SLOWED,
                        "Too many wrong passwords were given %s; wait %d s, then give the right one."
                                .formatted(what, seconds))
                .with("retryAfterSeconds", seconds);
    }
}
