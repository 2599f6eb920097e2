package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses one of those who are left, by their shares. However many there are, few are looked at: a
 * choice among sixty must not cost sixty looks. Safe for many threads.
 */
final class Balancer {
    /** So many are compared; of more, so many picked by chance. */
    private static final int MOST_COMPARED = 12;

    /** After so many draws that met those with small shares, all shares are added up. */
    private static final int MOST_DRAWS = 8;

    private Balancer() {}

    /** The place of the choice. At least one must be left. */
    static int choose(Balancing balancing, Candidates candidates, RemainingCandidates left) {
        if (left.places() == 1) {
            return 0;
        }
        return switch (balancing) {
            case ROUND_ROBIN -> candidates.turns().next(left);
            case RANDOM -> drawn(candidates, left);
            case LEAST_CONNECTIONS -> leastBusy(left);
            case PEAK_EWMA -> cheaperOfTwo(left);
        };
    }

    /** Each figure is read once, as it may change meanwhile; among equals, chance decides. */
    private static int leastBusy(RemainingCandidates left) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean all = left.many() <= MOST_COMPARED;
        int min = -1;
        double leastBusy = Double.MAX_VALUE;
        int equals = 0;
        for (int i = 0; i < (all ? left.places() : MOST_COMPARED); i++) {
            int place = all ? i : left.place(random.nextInt(left.many()));
            if (!left.has(place)) {
                continue;
            }
            Destination one = left.get(place);
            double busy = one.workload().busy() / one.share();
            if (min < 0 || busy < leastBusy) {
                min = place;
                leastBusy = busy;
                equals = 1;
            } else if (busy == leastBusy && random.nextInt(++equals) == 0) {
                min = place;
            }
        }
        return min;
    }

    /** Two picked by chance are compared, which avoids the herd that the single best would draw. */
    private static int cheaperOfTwo(RemainingCandidates left) {
        if (left.many() == 1) {
            return left.place(0);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(left.many());
        int second = random.nextInt(left.many() - 1);
        int one = left.place(first);
        int other = left.place(second < first ? second : second + 1);
        return cost(left.get(other)) < cost(left.get(one)) ? other : one;
    }

    private static double cost(Destination destination) {
        return destination.workload().peakEwma() / destination.share();
    }

    /**
     * By chance, each as often as its share: any is drawn, and kept as often as its share is of the
     * greatest.
     */
    private static int drawn(Candidates candidates, RemainingCandidates left) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int draws = 0; draws < MOST_DRAWS; draws++) {
            int place = left.place(random.nextInt(left.many()));
            double share = left.get(place).share();
            if (random.nextDouble() * candidates.greatestShare(share) < share) {
                return place;
            }
        }
        return drawnByAll(left, random);
    }

    private static int drawnByAll(RemainingCandidates left, ThreadLocalRandom random) {
        double all = 0;
        for (int i = 0; i < left.many(); i++) {
            all += left.get(left.place(i)).share();
        }
        double at = random.nextDouble() * all;
        for (int i = 0; i < left.many(); i++) {
            int place = left.place(i);
            at -= left.get(place).share();
            if (at < 0) {
                return place;
            }
        }
        return left.place(0);
    }
}
