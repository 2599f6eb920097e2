package io.hansa.proxy.permission;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The periods of a quota, by UTC. */
public enum Period {
    DAY,
    MONTH;

    /** The day or month at that second. */
    PeriodCount at(long epochSecond) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(epochSecond), ZoneOffset.UTC);
        return switch (this) {
            case DAY -> new PeriodCount(day.toString(), seconds(day), seconds(day.plusDays(1)));
            case MONTH -> {
                LocalDate first = day.withDayOfMonth(1);
                yield new PeriodCount(
                        YearMonth.from(day).toString(),
                        seconds(first),
                        seconds(first.plusMonths(1)));
            }
        };
    }

    private static long seconds(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toEpochSecond();
    }
}
