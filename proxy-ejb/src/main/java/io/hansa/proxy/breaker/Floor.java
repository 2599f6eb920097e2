package io.hansa.proxy.breaker;

import java.util.Collection;
import java.util.List;

/**
 * What still answers is not cut off where that left a capability fewer targets than the floor: so
 * many in trouble at once have a common cause, and sending them nothing would turn trouble into an
 * outage. One that stands alone has no others that could do its work, and is cut off. Safe for many
 * threads.
 */
final class Floor {
    private final int percent;
    private volatile List<Collection<Breaker>> groups = List.of();

    Floor(int percent) {
        this.percent = percent;
    }

    /**
     * @param sharing for each capability of a target the breakers of all that have it
     */
    void standsAmong(List<Collection<Breaker>> sharing) {
        groups = sharing;
    }

    /** Whether too few are left if this one is cut off, too. */
    boolean needs(Breaker one) {
        for (Collection<Breaker> group : groups) {
            if (group.size() > 1) {
                long left = group.stream().filter(b -> b != one && !b.cutOff()).count();
                if (left * 100 < (long) group.size() * percent) {
                    return true;
                }
            }
        }
        return false;
    }
}
