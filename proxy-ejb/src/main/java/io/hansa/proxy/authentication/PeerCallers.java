package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Delegation;
import io.hansa.proxy.account.PeerAccount;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registry.Registry;
import java.util.List;

/**
 * Determines the caller on whose behalf a peer asks. A peer of this proxy's organization may name
 * accounts that mean the same here. An account from or through a foreign peer stays an account of
 * the other organization.
 */
public final class PeerCallers {
    private PeerCallers() {}

    /**
     * @param peer the proxy that asks and signed the token
     * @param subject the token's subject: an account of the peer, or {@code peer:{proxy}/{account}}
     *     of another proxy
     * @param actors the token's actors, the latest first; empty for the peer's own account
     * @throws Failure AUTHENTICATION_FAILED if the peer may not speak for that account
     */
    public static Caller of(
            ProxyIdentity own, Registry registry, Peer peer, String subject, List<String> actors) {
        List<String> chain = actors.isEmpty() ? List.of(peer.id()) : actors;
        if (!chain.get(0).equals(peer.id()) || !chain.stream().allMatch(Name::isOne)) {
            throw refused(
                    "its first actor must be the proxy that signed it, and each the id of a proxy");
        }
        try {
            if (subject.startsWith(PeerAccount.PREFIX)) {
                PeerAccount home =
                        PeerAccount.parse(subject.substring(PeerAccount.PREFIX.length()));
                return Caller.of(home.account(), new Delegation(home.proxy(), true, chain));
            }
            PeerAccount.requireName(subject);
        } catch (IllegalArgumentException malformed) {
            throw refused("its subject is not an account; " + malformed.getMessage());
        }
        if (peer.foreign(own.organization())) {
            return Caller.of(subject, new Delegation(peer.id(), true, chain));
        }
        String origin = chain.get(chain.size() - 1);
        return Caller.of(
                subject, new Delegation(origin, throughForeign(own, registry, chain), chain));
    }

    private static boolean throughForeign(
            ProxyIdentity own, Registry registry, List<String> chain) {
        for (String actor : chain) {
            Peer known = registry.peers().get(actor);
            if (known != null && known.foreign(own.organization())) {
                return true;
            }
        }
        return false;
    }

    private static Failure refused(String reason) {
        return Failure.of(
                ErrorCode.AUTHENTICATION_FAILED, "The bearer token was refused: " + reason + ".");
    }
}
