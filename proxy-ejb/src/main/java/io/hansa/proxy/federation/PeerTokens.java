package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.proxy.routing.Errand;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Duration;

/**
 * The tokens by which this proxy asks peers in its accounts' names (R5). Each lives a minute. One for a capability that takes
 * each request once serves for one request; the others are used again for the first half of their time, so that not every
 * request costs a signature. Over the extranet they are bound to this proxy's certificate. Safe for many threads.
 */
final class PeerTokens {
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final int MAX_LEARNT = 10_000;

    private record Key(String account, String peer) {}

    private record Asked(String capability, String peer) {}

    private final TokenIssuer issuer;
    private final TokenIssuer bound;
    private final Cache<Key, String> current =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(LIFETIME.dividedBy(2))
                    .build();

    /** What a peer takes once although it is described otherwise here. */
    private final Cache<Asked, Boolean> once =
            Caffeine.newBuilder()
                    .maximumSize(MAX_LEARNT)
                    .expireAfterWrite(Duration.ofHours(1))
                    .build();

    /** @param thumbprint of this proxy's client certificate; null where it has none */
    PeerTokens(TokenIssuer issuer, String thumbprint) {
        this.issuer = issuer;
        this.bound = thumbprint == null ? issuer : issuer.boundTo(thumbprint);
    }

    String token(Errand errand, Peer peer) {
        Key key = new Key(errand.caller().account(), peer.id());
        if (errand.once() || once.getIfPresent(new Asked(errand.capability(), peer.id())) != null) {
            return issue(key, peer);
        }
        return current.get(key, missing -> issue(missing, peer));
    }

    /** The peer takes each token once for that capability. */
    void servesOnce(String capability, Peer peer) {
        once.put(new Asked(capability, peer.id()), true);
    }

    /** What was issued for the peer so far is not used any more. */
    void forget(Peer peer) {
        current.asMap().keySet().removeIf(key -> key.peer().equals(peer.id()));
    }

    private String issue(Key key, Peer peer) {
        TokenIssuer by = peer.link() == Peer.Link.EXTRANET ? bound : issuer;
        return by.forPeer(key.account(), peer.id(), LIFETIME).text();
    }
}
