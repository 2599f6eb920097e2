package io.hansa.proxy.account;

import io.hansa.proxy.capability.Capability.RateLimit;
import java.util.Objects;
import java.util.Set;

/**
 * An account of this proxy: a caller with its password, groups and roles.
 *
 * @param passwordHash a slow salted hash that names its own parameters; null if the account has no
 *     password
 * @param limits null: no rate limit
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
