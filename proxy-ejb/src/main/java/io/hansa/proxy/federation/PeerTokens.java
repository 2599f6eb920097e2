package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.PeerAccount;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.token.TokenClaims;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Duration;
import java.util.List;

/**
 * The tokens by which this proxy asks peers in its accounts' names (R5). Each lives a minute. One
 * for a capability that takes each request once serves for one request; the others are used again
 * for the first half of their time, so that not every request costs a signature. Over the extranet
 * they are bound to this proxy's certificate. Safe for many threads.
 */
final class PeerTokens {
    private static final Duration LIFETIME = Duration.ofSeconds(60);
    private static final int MAX_LEARNT = 10_000;

    private record Key(String subject, List<String> actors, String peer) {}

    private record Asked(String capability, String peer) {}

    private final TokenIssuer issuer;
    private final TokenIssuer bound;
    private final String organization;
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

    /**
     * @param organization of this proxy, within which an account's name means the same everywhere
     * @param thumbprint of this proxy's client certificate; null where it has none
     */
    PeerTokens(TokenIssuer issuer, String organization, String thumbprint) {
        this.issuer = issuer;
        this.organization = organization;
        this.bound = thumbprint == null ? issuer : issuer.boundTo(thumbprint);
    }

    /**
     * @throws Failure LOOP_DETECTED where more proxies passed the request on than a token may name
     */
    String token(OutboundRequest outbound, Peer peer) {
        Key key = key(outbound.caller(), peer);
        if (outbound.once()
                || once.getIfPresent(new Asked(outbound.capability(), peer.id())) != null) {
            return issue(key, peer);
        }
        return current.get(key, missing -> issue(missing, peer));
    }

    /** Whether the peer belongs to another organization than this proxy. */
    boolean foreign(Peer peer) {
        return peer.foreign(organization);
    }

    /** The peer takes each token once for that capability. */
    void servesOnce(String capability, Peer peer) {
        once.put(new Asked(capability, peer.id()), true);
    }

    /** What was issued for the peer so far is not used any more. */
    void forget(Peer peer) {
        current.asMap().keySet().removeIf(key -> key.peer().equals(peer.id()));
    }

    private Key key(Caller caller, Peer peer) {
        List<String> actors = caller.isPeer() ? caller.delegation().actors() : List.of();
        if (actors.size() >= TokenClaims.MAX_ACTORS) {
            throw Failure.of(
                    ErrorCode.LOOP_DETECTED,
                    "%d proxies passed the request on, as many as a token may name."
                            .formatted(actors.size()));
        }
        return new Key(subject(caller, peer), actors, peer.id());
    }

    /**
     * Its own accounts a proxy calls by their names; those of others by their home, but within the
     * organization.
     */
    private String subject(Caller caller, Peer peer) {
        boolean another = caller.isPeer() && (caller.foreign() || peer.foreign(organization));
        return another ? PeerAccount.PREFIX + caller.home() : caller.account();
    }

    private String issue(Key key, Peer peer) {
        TokenIssuer by = peer.link() == Peer.Link.EXTRANET ? bound : issuer;
        return by.forPeer(key.subject(), key.actors(), peer.id(), LIFETIME).text();
    }
}
