package io.hansa.proxy.permission;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The calls that one permission allowed in one day or month, on all nodes as far as this node
 * knows. Counting takes no lock; settling with the other nodes is for one thread.
 */
final class PeriodCount {
    private final String name;
    private final long from;
    private final long until;
    private final AtomicLong used = new AtomicLong();

    /** What all nodes used, as the database last said, with what this node added since. */
    private long settled;

    /**
     * @param name {@code 2026-11-29} or {@code 2026-11}
     * @param from epoch second
     * @param until epoch second, exclusive
     */
    PeriodCount(String name, long from, long until) {
        this.name = name;
        this.from = from;
        this.until = until;
    }

    String name() {
        return name;
    }

    long until() {
        return until;
    }

    boolean includes(long epochSecond) {
        return epochSecond >= from && epochSecond < until;
    }

    boolean isOver(long epochSecond) {
        return epochSecond >= until;
    }

    long used() {
        return used.get();
    }

    /** Counts one call, unless that were more than the limit. */
    boolean take(long limit) {
        if (used.incrementAndGet() <= limit) {
            return true;
        }
        used.decrementAndGet();
        return false;
    }

    void giveBack() {
        used.decrementAndGet();
    }

    /** What the other nodes do not know yet. */
    long unsettled() {
        return used.get() - settled;
    }

    /** The database has taken so many of them. */
    void settled(long calls) {
        settled += calls;
    }

    /** All nodes together have used so many. */
    void told(long total) {
        used.addAndGet(total - settled);
        settled = total;
    }
}
