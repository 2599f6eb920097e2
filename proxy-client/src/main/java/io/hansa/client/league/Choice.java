package io.hansa.client.league;

import io.hansa.client.document.CapabilityInformation;
import io.hansa.client.document.CapabilityInformation.Offered;
import io.hansa.client.listener.ClientListener.ProxyChange.State;
import java.util.Collection;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The choice among proxies (R8): those that offer the capability, accept, and are under their
 * threshold; of these the better of two taken at random. It makes no object and takes no lock.
 */
final class Choice {
    /** Keeps a figure where a proxy has no load, or one near its threshold. */
    private static final double LEAST_ROOM = 0.05;

    private Choice() {}

    /** Null where there is none. */
    static Member of(Member[] members, String capability, Collection<Member> without, long now) {
        int best = bestRank(members, capability, without, now);
        if (best == NOT_USABLE) {
            return null;
        }
        Member one = null;
        Member other = null;
        int seen = 0;
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        for (Member member : members) {
            if (rank(member, capability, without, now) != best) {
                continue;
            }
            seen++;
            if (one == null) {
                one = member;
            } else if (other == null) {
                other = member;
            } else if (chance.nextInt(seen) < 2) {
                if (chance.nextBoolean()) {
                    one = member;
                } else {
                    other = member;
                }
            }
        }
        return other == null || one == null ? one : better(one, other, now);
    }

    private static Member better(Member one, Member other, long now) {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        boolean oneTakesPart = chance.nextDouble() < one.health.get().share(now);
        boolean otherTakesPart = chance.nextDouble() < other.health.get().share(now);
        if (oneTakesPart != otherTakesPart) {
            return oneTakesPart ? one : other;
        }
        double latencyOfOne = one.latency(now);
        double latencyOfOther = other.latency(now);
        double unknown = Math.max(1, Math.max(latencyOfOne, latencyOfOther));
        double cost = cost(one, latencyOfOne == 0 ? unknown : latencyOfOne);
        double costOfOther = cost(other, latencyOfOther == 0 ? unknown : latencyOfOther);
        return cost < costOfOther || cost == costOfOther && chance.nextBoolean() ? one : other;
    }

    /** The time that a call is likely to take: its own, by those in flight, by the room left. */
    private static double cost(Member member, double latency) {
        CapabilityInformation told = member.known().information();
        double used = told.threshold() <= 0 ? 1 : told.load() / told.threshold();
        return latency * (member.inFlight() + 1) / Math.max(LEAST_ROOM, 1 - used);
    }

    private static int bestRank(
            Member[] members, String capability, Collection<Member> without, long now) {
        int best = NOT_USABLE;
        for (Member member : members) {
            best = Math.min(best, rank(member, capability, without, now));
        }
        return best;
    }

    private static final int NOT_USABLE = Integer.MAX_VALUE;
    private static final int THROUGH_A_PEER = 1;
    private static final int FAILED_LAST = 2;

    /** A lower one is better. A proxy that has the capability itself saves a hop. */
    private static int rank(
            Member member, String capability, Collection<Member> without, long now) {
        Offered offered = member.offered(capability);
        if (offered == null || !offered.available() || without.contains(member)) {
            return NOT_USABLE;
        }
        Health health = member.health.get();
        CapabilityInformation told = member.known().information();
        if (!health.takesCalls()
                || !told.accepting()
                || !told.underThreshold()
                || member.pausedUntil(capability, now) > now) {
            return NOT_USABLE;
        }
        return (offered.local() ? 0 : THROUGH_A_PEER)
                + (health.state() == State.IN ? 0 : FAILED_LAST);
    }
}
