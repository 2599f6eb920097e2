package io.hansa.proxy.account;

import io.hansa.proxy.capability.Capability.RateLimit;
import java.util.Objects;
import java.util.Set;

/**
 * An account of this proxy: a caller with its credentials, groups and roles.
 *
 * @param rateLimit null: no rate limit
 */
public record Account(
        String name,
        Set<String> groups,
        Set<Role> roles,
        boolean enabled,
        RateLimit rateLimit,
        long version,
        Credentials credentials) {
    public Account {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(credentials, "credentials");
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    /** With a password that its owner may keep. */
    public Account(
            String name,
            String passwordHash,
            Set<String> groups,
            Set<Role> roles,
            boolean enabled,
            RateLimit rateLimit,
            long version,
            long tokenGeneration) {
        this(
                name,
                groups,
                roles,
                enabled,
                rateLimit,
                version,
                new Credentials(passwordHash, false, tokenGeneration, null));
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

    /** Null if the account has no password. */
    public String passwordHash() {
        return credentials.passwordHash();
    }

    public long tokenGeneration() {
        return credentials.generation();
    }

    @Override
    public String toString() {
        return "Account[" + name + "]";
    }
}
