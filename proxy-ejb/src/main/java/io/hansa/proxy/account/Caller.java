package io.hansa.proxy.account;

import java.util.Objects;
import java.util.Set;

/**
 * Who a request comes from, once authenticated: an account of this proxy, or one of another proxy
 * for which a peer asks. Immutable.
 *
 * @param account the account's name; for a peer's call the one that it names
 * @param groups empty for a peer's call
 * @param roles empty for a peer's call
 * @param delegation through whom it comes; null where an account called directly
 */
public record Caller(String account, Set<String> groups, Set<Role> roles, Delegation delegation) {
    public Caller {
        Objects.requireNonNull(account, "account");
        groups = Set.copyOf(groups);
        roles = Set.copyOf(roles);
    }

    public static Caller of(Account account) {
        return new Caller(account.name(), account.groups(), account.roles(), null);
    }

    /** An account for which a peer asks. */
    public static Caller of(String account, Delegation delegation) {
        return new Caller(account, Set.of(), Set.of(), delegation);
    }

    /** The id of the peer that sent the request; null where an account called directly. */
    public String peer() {
        return delegation == null ? null : delegation.asking();
    }

    public boolean isPeer() {
        return delegation != null;
    }

    /**
     * Whether it is an account of another organization, which never means an account of this proxy.
     */
    public boolean foreign() {
        return delegation != null && delegation.foreign();
    }

    /** As a subject of permissions is written: {@code account:shop}, {@code peer:tickets/alice}. */
    public String subject() {
        return foreign() ? PeerAccount.PREFIX + home() : "account:" + account;
    }

    /**
     * The account at the proxy where it lives, {@code {proxy}/{account}}; for a peer's call only.
     */
    public String home() {
        return delegation.origin() + "/" + account;
    }

    /**
     * As it stands in logs and traces, with those who passed it on: {@code peer:tickets/alice via
     * shop-b, shop-a}.
     */
    public String shown() {
        if (delegation == null) {
            return subject();
        }
        StringBuilder via = new StringBuilder();
        for (int i = delegation.actors().size() - 1; i >= 0; i--) {
            String actor = delegation.actors().get(i);
            boolean told = via.isEmpty() && foreign() && actor.equals(delegation.origin());
            if (!told) {
                via.append(via.isEmpty() ? " via " : ", ").append(actor);
            }
        }
        return subject() + via;
    }

    /**
     * The same for the same account that comes through the same peer, and for nobody else; at most
     * 312 characters.
     */
    public String key() {
        return delegation == null ? subject() : subject() + " via " + delegation.asking();
    }
}
