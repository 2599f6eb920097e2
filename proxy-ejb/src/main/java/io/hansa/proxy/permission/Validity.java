package io.hansa.proxy.permission;

import java.time.Instant;

/**
 * When a permission is valid. Immutable.
 *
 * @param from null: since ever
 * @param until exclusive; null: for ever
 */
public record Validity(Instant from, Instant until) {
    public static final Validity ALWAYS = new Validity(null, null);

    public Validity {
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("validFrom must be before validUntil");
        }
    }

    public boolean includes(Instant now) {
        return !isBefore(now) && (until == null || now.isBefore(until));
    }

    /** Whether it is yet to begin. */
    boolean isBefore(Instant now) {
        return from != null && now.isBefore(from);
    }
}
