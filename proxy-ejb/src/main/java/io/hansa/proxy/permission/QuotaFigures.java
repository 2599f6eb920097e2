package io.hansa.proxy.permission;

import java.time.Instant;

/**
 * The use of one quota in one period.
 *
 * @param until when the period ends and all calls are left again
 */
public record QuotaFigures(Period period, long limit, long used, Instant until) {
    public long left() {
        return Math.max(0, limit - used);
    }
}
