package io.hansa.proxy.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * The ids of peers' tokens that served for a capability of replay ONCE, each until its token is of
 * no use any more: none serves twice. In the memory of this node, bounded for each peer. Safe for
 * many threads.
 */
public final class UsedTokens {
    private static final int RETRY_AFTER_SECONDS = 5;

    private final int maxPerPeer;
    private final Clock clock;
    private final ConcurrentHashMap<String, Cache<String, Instant>> used =
            new ConcurrentHashMap<>();

    /**
     * @param maxPerPeer how many are remembered of one peer; what goes beyond is refused
     */
    public UsedTokens(int maxPerPeer, Clock clock) {
        this.maxPerPeer = maxPerPeer;
        this.clock = clock;
    }

    /**
     * Takes the token as used.
     *
     * @param end when it is of no use any more
     * @throws Failure AUTHENTICATION_FAILED if it was used before, or has no id; OVERLOADED where
     *     no more can be remembered
     */
    public void use(String peer, String id, Instant end) {
        if (id == null) {
            throw TokenFault.refused(
                    "it has no id (jti), which a capability of replay ONCE asks for");
        }
        Cache<String, Instant> ids = used.computeIfAbsent(peer, of -> ids());
        if (ids.estimatedSize() >= maxPerPeer) {
            ids.cleanUp();
            if (ids.estimatedSize() >= maxPerPeer) {
                throw Failure.of(
                                ErrorCode.OVERLOADED,
                                "Peer %s used %d tokens in a few minutes, as many as are remembered; raise hansa.peer-token.max-used."
                                        .formatted(peer, maxPerPeer))
                        .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
            }
        }
        if (ids.asMap().putIfAbsent(id, end) != null) {
            throw TokenFault.USED.failure(
                    "it was used before, and this capability is asked once with each token");
        }
    }

    /** Forgets all other peers. */
    public void keepOnly(Collection<String> peers) {
        used.keySet().retainAll(peers);
    }

    private Cache<String, Instant> ids() {
        return Caffeine.newBuilder()
                .executor(Runnable::run)
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(
                        Expiry.<String, Instant>creating(
                                (id, end) -> Duration.between(clock.instant(), end)))
                .build();
    }
}
