package io.hansa.proxy.account;

import java.util.List;
import java.util.Objects;

/**
 * How a caller reached this proxy through others (RFC 8693, section 4.1). Immutable.
 *
 * @param origin id of the account's home proxy, as the proxies that passed the request on report it
 * @param foreign whether the account belongs to another organization; such an account never means
 *     an account of this proxy
 * @param actors ids of the proxies that passed the request on; the proxy that asks now is first;
 *     never empty
 */
public record Delegation(String origin, boolean foreign, List<String> actors) {
    public Delegation {
        Objects.requireNonNull(origin, "origin");
        actors = List.copyOf(actors);
        if (actors.isEmpty()) {
            throw new IllegalArgumentException("A delegation needs at least the proxy that asks.");
        }
    }

    /** The proxy that asks now. */
    public String asking() {
        return actors.get(0);
    }
}
