package io.hansa.proxy.permission;

import java.time.Instant;
import java.util.Objects;

/**
 * A grant: without one, nothing is allowed.
 *
 * @param server narrows the grant to one business server; null: any that has the capability
 * @param validFrom null: since ever
 * @param validUntil exclusive; null: for ever
 */
public record Permission(
        String id,
        Subject subject,
        String capability,
        String server,
        Instant validFrom,
        Instant validUntil) {
    public Permission {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(capability, "capability");
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw new IllegalArgumentException("validFrom must be before validUntil");
        }
    }

    public boolean validAt(Instant now) {
        return (validFrom == null || !now.isBefore(validFrom))
                && (validUntil == null || now.isBefore(validUntil));
    }

    /** The same grant under another id. */
    public Permission withId(String another) {
        return new Permission(another, subject, capability, server, validFrom, validUntil);
    }
}
