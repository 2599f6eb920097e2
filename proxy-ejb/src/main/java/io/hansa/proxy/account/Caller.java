package io.hansa.proxy.account;

import java.util.Objects;
import java.util.Set;

/**
 * The authenticated sender of a request: an account of this proxy, or an account of another proxy
 * on whose behalf a peer asks. Immutable.
 *
 * @param account the account's name; for a peer's request, the account that the peer names
 * @param groups empty for a peer's request
 * @param roles empty for a peer's request
 * @param delegation the proxies that passed the request on; null if the account called directly
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

    /** An account on whose behalf a peer asks. */
    public static Caller of(String account, Delegation delegation) {
        return new Caller(account, Set.of(), Set.of(), delegation);
    }

    /** The id of the peer that sent the request; null if the account called directly. */
    public String peer() {
        return delegation == null ? null : delegation.asking();
    }

    public boolean isPeer() {
        return delegation != null;
    }

    /**
     * Whether the account belongs to another organization. A foreign account never means an account
     * of this proxy.
     */
    public boolean foreign() {
        return delegation != null && delegation.foreign();
    }

    /** The subject as permissions write it: {@code account:shop}, {@code peer:tickets/alice}. */
    public String subject() {
        return foreign() ? PeerAccount.PREFIX + home() : "account:" + account;
    }

    /** The account at its home proxy, {@code {proxy}/{account}}. Only for a peer's request. */
    public String home() {
        return delegation.origin() + "/" + account;
    }

    /**
     * The form in logs and traces, with the proxies that passed the request on: {@code
     * peer:tickets/alice via shop-b, shop-a}.
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
     * A key that is equal only for the same account through the same peer. At most 312 characters.
     */
    public String key() {
        return delegation == null ? subject() : subject() + " via " + delegation.asking();
    }
}
