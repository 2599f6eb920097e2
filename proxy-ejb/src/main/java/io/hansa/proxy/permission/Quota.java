package io.hansa.proxy.permission;

/**
 * How many calls a permission allows in a day and in a month, both by UTC. Immutable.
 *
 * @param perDay {@link #UNLIMITED}: any number
 * @param perMonth {@link #UNLIMITED}: any number
 */
public record Quota(long perDay, long perMonth) {
    public static final long UNLIMITED = Long.MAX_VALUE;

    public Quota {
        if (perDay < 1 || perMonth < 1 || perDay == UNLIMITED && perMonth == UNLIMITED) {
            throw new IllegalArgumentException("quota needs perDay or perMonth, each 1 or more");
        }
    }

    long limit(Period period) {
        return period == Period.DAY ? perDay : perMonth;
    }
}
