package io.hansa.proxy.administration;

import java.util.Objects;

/**
 * How changes are made.
 *
 * @param by the account that makes them, for the audit record
 * @param reason that the account gives; null: none
 * @param dryRun whether to tell what would change, and to change nothing
 */
public record WriteOptions(String by, String reason, boolean dryRun) {
    public WriteOptions {
        Objects.requireNonNull(by, "by");
    }

    /** Changes without a reason. */
    public static WriteOptions by(String account) {
        return new WriteOptions(account, null, false);
    }
}
