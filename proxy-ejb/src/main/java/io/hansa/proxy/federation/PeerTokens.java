package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.PeerAccount;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.token.TokenClaims;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Duration;
import java.util.List;

/**
 * The tokens by which this proxy asks peers in its accounts' names (R5). Each lives a minute and is used again
 * for the first half of it, so that not every request costs a signature. Safe for many threads.
 */
final class PeerTokens {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private record Key(String subject, List<String> actors, String peer) {}

    private final TokenIssuer issuer;
    private final String organization;
    private final Cache<Key, String> current =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(LIFETIME.dividedBy(2))
                    .build();

    /** @param organization of this proxy, within which an account's name means the same everywhere */
    PeerTokens(TokenIssuer issuer, String organization) {
        this.issuer = issuer;
        this.organization = organization;
    }

    /**
     * @param caller for whom this proxy asks
     * @throws Failure LOOP_DETECTED where more proxies passed it on than a token may name
     */
    String token(Caller caller, Peer peer) {
        List<String> actors = caller.isPeer() ? caller.delegation().actors() : List.of();
        if (actors.size() >= TokenClaims.MAX_ACTORS) {
            throw Failure.of(
                    ErrorCode.LOOP_DETECTED,
                    "%d proxies passed the request on, as many as a token may name."
                            .formatted(actors.size()));
        }
        return current.get(
                new Key(subject(caller, peer), actors, peer.id()),
                key -> issuer.forPeer(key.subject(), key.actors(), key.peer(), LIFETIME).text());
    }

    /** Its own accounts a proxy calls by their names; those of others by their home, but within the organization. */
    private String subject(Caller caller, Peer peer) {
        boolean another = caller.isPeer() && (caller.foreign() || peer.foreign(organization));
        return another ? PeerAccount.PREFIX + caller.home() : caller.account();
    }
}
