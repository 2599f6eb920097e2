package io.hansa.proxy.routing;

import io.hansa.proxy.capability.Capability.Balancing;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Chooses one of the remaining candidates, by their shares. However many there are, few are looked
 * at: a choice among sixty must not cost sixty looks. Safe for many threads.
 */
final class Balancer {
    /** So many are compared; of more, so many picked by chance. */
    private static final int MOST_COMPARED = 12;

    /** After so many draws that met those with small shares, all shares are added up. */
    private static final int MOST_DRAWS = 8;

    private Balancer() {}

    /** The place of the choice. At least one must be remaining. */
    static int choose(Balancing balancing, Candidates candidates, RemainingCandidates remaining) {
        if (remaining.places() == 1) {
            return 0;
        }
        return switch (balancing) {
            case ROUND_ROBIN -> candidates.scheduler().next(remaining);
            case RANDOM -> drawn(candidates, remaining);
            case LEAST_CONNECTIONS -> leastBusy(remaining);
            case PEAK_EWMA -> cheaperOfTwo(remaining);
        };
    }

    /** Each figure is read once, as it may change meanwhile; among equals, chance decides. */
    private static int leastBusy(RemainingCandidates remaining) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        boolean all = remaining.many() <= MOST_COMPARED;
        int min = -1;
        double leastBusy = Double.MAX_VALUE;
        int equals = 0;
        for (int i = 0; i < (all ? remaining.places() : MOST_COMPARED); i++) {
            int place = all ? i : remaining.place(random.nextInt(remaining.many()));
            if (!remaining.has(place)) {
                continue;
            }
            Destination one = remaining.get(place);
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
    private static int cheaperOfTwo(RemainingCandidates remaining) {
        if (remaining.many() == 1) {
            return remaining.place(0);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        int first = random.nextInt(remaining.many());
        int second = random.nextInt(remaining.many() - 1);
        int one = remaining.place(first);
        int other = remaining.place(second < first ? second : second + 1);
        return cost(remaining.get(other)) < cost(remaining.get(one)) ? other : one;
    }

    private static double cost(Destination destination) {
        return destination.workload().peakEwma() / destination.share();
    }

    /**
     * By chance, each as often as its share: any is drawn, and kept as often as its share is of the
     * greatest.
     */
    private static int drawn(Candidates candidates, RemainingCandidates remaining) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int draws = 0; draws < MOST_DRAWS; draws++) {
            int place = remaining.place(random.nextInt(remaining.many()));
            double share = remaining.get(place).reliableShare();
            if (random.nextDouble() * candidates.greatestShare(share) < share) {
                return place;
            }
        }
        return drawnByAll(remaining, random);
    }

    private static int drawnByAll(RemainingCandidates remaining, ThreadLocalRandom random) {
        double all = 0;
        for (int i = 0; i < remaining.many(); i++) {
            all += remaining.get(remaining.place(i)).reliableShare();
        }
        double at = random.nextDouble() * all;
        for (int i = 0; i < remaining.many(); i++) {
            int place = remaining.place(i);
            at -= remaining.get(place).reliableShare();
            if (at < 0) {
                return place;
            }
        }
        return remaining.place(0);
    }
}
