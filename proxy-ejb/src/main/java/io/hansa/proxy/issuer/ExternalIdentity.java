package io.hansa.proxy.issuer;

import java.time.Instant;
import java.util.Set;

/**
 * What a token of an external issuer says that was found right. Immutable.
 *
 * @param account the account of this proxy that it is for, which may not exist
 * @param groups of this proxy that it adds to those of the account
 */
public record ExternalIdentity(
        String account, Set<String> groups, Instant issuedAt, Instant expiresAt) {
    public ExternalIdentity {
        groups = Set.copyOf(groups);
    }
}
