package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Duration;

/**
 * The tokens by which this proxy asks peers in its accounts' names (R5). Each lives a minute and is used again
 * for the first half of it, so that not every request costs a signature. Safe for many threads.
 */
final class PeerTokens {
    private static final Duration LIFETIME = Duration.ofSeconds(60);

    private record Key(String account, String peer) {}

    private final TokenIssuer issuer;
    private final Cache<Key, String> current =
            Caffeine.newBuilder()
                    .maximumSize(10_000)
                    .expireAfterWrite(LIFETIME.dividedBy(2))
                    .build();

    PeerTokens(TokenIssuer issuer) {
        this.issuer = issuer;
    }

    String token(String account, String peer) {
        return current.get(
                new Key(account, peer), key -> issuer.forPeer(account, peer, LIFETIME).text());
    }
}
