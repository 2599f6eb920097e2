package io.hansa.proxy.permission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much of its quota one permission has used. Counting takes no lock; settling is for one
 * thread.
 */
final class QuotaUse {
    private final AtomicReference<PeriodCount> day = new AtomicReference<>();
    private final AtomicReference<PeriodCount> month = new AtomicReference<>();

    /** Periods that ended before all of their calls were settled. */
    private final Queue<PeriodCount> ended = new ConcurrentLinkedQueue<>();

    /** The calls of the period at that time; 0 of a period that has not begun, or is over. */
    long used(Period period, long epochSecond) {
        PeriodCount count = of(period).get();
        return count != null && count.includes(epochSecond) ? count.used() : 0;
    }

    /** Counts one call, unless the quota is used up. */
    boolean take(Quota quota, long epochSecond) {
        PeriodCount today = current(Period.DAY, epochSecond);
        if (!today.take(quota.perDay())) {
            return false;
        }
        if (current(Period.MONTH, epochSecond).take(quota.perMonth())) {
            return true;
        }
        today.giveBack();
        return false;
    }

    /** What is to be told to the other nodes. */
    List<PeriodCount> unsettled() {
        List<PeriodCount> counts = new ArrayList<>(2);
        for (PeriodCount count : all()) {
            if (count.unsettled() != 0) {
                counts.add(count);
            }
        }
        return counts;
    }

    void told(String period, long total, long epochSecond) {
        for (Period kind : Period.values()) {
            PeriodCount count = current(kind, epochSecond);
            if (count.name().equals(period)) {
                count.told(total);
            }
        }
    }

    private Iterable<PeriodCount> all() {
        Queue<PeriodCount> all = new ArrayDeque<>(ended);
        ended.removeIf(count -> count.unsettled() == 0);
        for (Period period : Period.values()) {
            PeriodCount count = of(period).get();
            if (count != null) {
                all.add(count);
            }
        }
        return all;
    }

    /** The count of the period that is now; the first call of a period begins it. */
    private PeriodCount current(Period period, long epochSecond) {
        AtomicReference<PeriodCount> reference = of(period);
        PeriodCount count = reference.get();
        if (count != null && !count.isOver(epochSecond)) {
            return count;
        }
        PeriodCount next = period.at(epochSecond);
        if (!reference.compareAndSet(count, next)) {
            return reference.get();
        }
        if (count != null) {
            ended.add(count);
        }
        return next;
    }

    private AtomicReference<PeriodCount> of(Period period) {
        return period == Period.DAY ? day : month;
    }
}
