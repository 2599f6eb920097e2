package io.hansa.proxy.account;

import io.hansa.proxy.capability.Capability.RateLimit;
import java.util.Objects;
import java.util.Set;

/**
 * Who calls.
 *
 * @param passwordHash a slow salted hash in its own self-describing text form; null: no password
 * @param rateLimit null: no ceiling
 * @param version counts the changes, for lost-update checks
 * @param tokenGeneration the registry's revision at which the credentials last changed: a new
 *     password, the account disabled, or the account made anew. Tokens of another generation are
 *     refused
 */
public record Account(
        String name,
        String passwordHash,
        Set<String> groups,
        Set<Role> roles,
        boolean enabled,
        RateLimit rateLimit,
        long version,
        long tokenGeneration) {
    public Account {
        Objects.requireNonNull(name, "name");
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    /** As an administrator enters it: its generation is known once it is stored. */
    public Account(
            String name,
            String passwordHash,
            Set<String> groups,
            Set<Role> roles,
            boolean enabled,
            RateLimit rateLimit,
            long version) {
        this(name, passwordHash, groups, roles, enabled, rateLimit, version, 0);
    }

    /** Without a ceiling. */
    public Account(
            String name,
            String passwordHash,
            Set<String> groups,
            Set<Role> roles,
            boolean enabled,
            long version) {
        this(name, passwordHash, groups, roles, enabled, null, version);
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
