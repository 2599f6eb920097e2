package io.hansa.client.league;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Whether a proxy gets calls. Immutable.
 *
 * <pre>
 *          answered                     answered (its probe)
 *   IN ◀──────────── SUSPECT     IN ◀─────────────────────── EJECTED
 *    │ failed           ▲         │ failed                      ▲ │ failed (its probe)
 *    └──────────────────┘         └─────────────────────────────┘ └── later end
 *    where half of them are ejected already
 * </pre>
 *
 * @param failures in a row, or with less than {@link #FORGIVEN} between them; the ejection's length
 *     grows with them, so that a proxy that flaps is asked less and less often
 * @param changedAt when the state began, in nanoseconds
 * @param until the end of the ejection, in nanoseconds; the probe is not made before
 * @param newcomer whether it begins with a small share
 * @param why a sentence
 */
record Health(State state, int failures, long changedAt, long until, boolean newcomer, String why) {
    static final Duration FIRST_EJECTION = Duration.ofSeconds(1);
    static final Duration LONGEST_EJECTION = Duration.ofSeconds(60);

    /** A proxy that was in for so long begins again with short ejections. */
    static final Duration FORGIVEN = Duration.ofSeconds(60);

    /** The time in which a newcomer's share grows to that of the others. */
    static final Duration SLOW_START = Duration.ofSeconds(10);

    private static final double FIRST_SHARE = 0.1;

    /** A proxy of which nothing is known yet. */
    static Health unknown(long now) {
        return new Health(State.SUSPECT, 0, now, now, false, "it has not been asked yet");
    }

    /**
     * @param eject whether it may be ejected; no more than half of the proxies are
     * @param chance from 0 to 1; it spreads the probes of many clients
     */
    Health failed(long now, boolean eject, double chance, String reason) {
        boolean forgiven = state == State.IN && now - changedAt > FORGIVEN.toNanos();
        int count = forgiven ? 1 : failures + 1;
        State next = eject || state == State.EJECTED ? State.EJECTED : State.SUSPECT;
        return new Health(next, count, now, now + pause(count, chance), newcomer, reason);
    }

    private static long pause(int failures, double chance) {
        long grown = FIRST_EJECTION.toNanos() << Math.min(failures - 1, 10);
        return (long) (Math.min(grown, LONGEST_EJECTION.toNanos()) * (0.75 + chance / 2));
    }

    /** It answered a probe, or a call where it was not ejected. */
    Health answered(long now, boolean slowly) {
        return state == State.IN
                ? this
                : new Health(State.IN, failures, now, now, slowly, "it answers");
    }

    boolean takesCalls() {
        return state != State.EJECTED;
    }

    /** The part of its share that it gets now: from a tenth to 1 during the slow start. */
    double share(long now) {
        if (!newcomer) {
            return 1;
        }
        double part = (now - changedAt) / (double) SLOW_START.toNanos();
        return Math.min(1, FIRST_SHARE + (1 - FIRST_SHARE) * part);
    }

    long pauseMillis(long now) {
        return TimeUnit.NANOSECONDS.toMillis(Math.max(0, until - now));
    }
}
