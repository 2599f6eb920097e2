package io.hansa.proxy.account;

import java.util.Objects;
import java.util.Set;

/**
 * Who a request comes from, once authenticated: an account of this proxy, or a peer that speaks for
 * an account of its own.
 *
 * @param account the account's name; for a peer's call the one that it names, known there, not here
 * @param groups empty for a peer's call
 * @param roles empty for a peer's call
 * @param peer the id of the peer that sent the request; null where an account called directly
 */
public record Caller(String account, Set<String> groups, Set<Role> roles, String peer) {
    public Caller {
        Objects.requireNonNull(account, "account");
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    public static Caller of(Account account) {
        return new Caller(account.name(), account.groups(), account.roles(), null);
    }

    /** As it stands in logs and traces. */
    public String shown() {
        return isPeer() ? "peer:" + peer + " for " + account : "account:" + account;
    }

    public boolean isPeer() {
        return peer != null;
    }
}
