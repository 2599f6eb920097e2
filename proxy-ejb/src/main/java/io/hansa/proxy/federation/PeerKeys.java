package io.hansa.proxy.federation;

import jakarta.ws.rs.core.Response;
import java.security.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.PublicJsonWebKey;

/**
 * The keys that peers sign with, fetched from the peer itself over its link when a token names one that is
 * not known yet, at most once a second for each peer. Safe for many threads; a fetch holds up only those
 * who wait for the same peer's keys.
 */
final class PeerKeys {
    private static final Logger LOG = Logger.getLogger(PeerKeys.class.getName());
    private static final long PAUSE_NANOS = 1_000_000_000L;
    private static final long MOST_AGE_NANOS = 300 * PAUSE_NANOS;
    private static final long LONGEST_WAIT_MILLIS = 4000;
    private static final Known NOTHING = new Known(null, Map.of(), 0);

    private record Known(Peer peer, Map<String, Key> keys, long fetchedAt) {
        boolean olderThan(long nanos) {
            return System.nanoTime() - fetchedAt >= nanos;
        }
    }

    private final PeersInForce peers;
    private final PeerLines lines;
    private final ConcurrentHashMap<String, CompletableFuture<Known>> known =
            new ConcurrentHashMap<>();

    PeerKeys(PeersInForce peers, PeerLines lines) {
        this.peers = peers;
        this.lines = lines;
    }

    Optional<Key> find(String issuer, String keyId) {
        Peer peer = peers.byId().get(issuer);
        if (peer == null || !peer.enabled()) {
            return Optional.empty();
        }
        return Optional.ofNullable(keysOf(peer, keyId).keys().get(keyId));
    }

    /** The keys as they are known, or fetched by the first that finds them wanting while others wait for it. */
    private Known keysOf(Peer peer, String keyId) {
        CompletableFuture<Known> last = known.get(peer.id());
        if (last != null && !wanting(last, peer, keyId)) {
            return awaited(last);
        }
        CompletableFuture<Known> next = new CompletableFuture<>();
        boolean first =
                last == null
                        ? known.putIfAbsent(peer.id(), next) == null
                        : known.replace(peer.id(), last, next);
        if (!first) {
            return awaited(known.getOrDefault(peer.id(), next));
        }
        next.complete(fetch(peer, last == null ? null : last.getNow(null)));
        return awaited(next);
    }

    private static boolean wanting(CompletableFuture<Known> last, Peer peer, String keyId) {
        Known now = last.getNow(null);
        return now != null
                && (!now.peer().equals(peer)
                        || now.olderThan(MOST_AGE_NANOS)
                        || !now.keys().containsKey(keyId) && now.olderThan(PAUSE_NANOS));
    }

    private static Known awaited(CompletableFuture<Known> fetching) {
        try {
            return fetching.get(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return NOTHING;
        } catch (ExecutionException | TimeoutException late) {
            return NOTHING;
        }
    }

    private Known fetch(Peer peer, Known last) {
        try (Response response = lines.to(peer).keys()) {
            JsonWebKeySet document = new JsonWebKeySet(PeerDocuments.text(response));
            Map<String, Key> keys =
                    document.getJsonWebKeys().stream()
                            .filter(key -> key.getKeyId() != null)
                            .filter(PublicJsonWebKey.class::isInstance)
                            .collect(
                                    Collectors.toUnmodifiableMap(
                                            JsonWebKey::getKeyId,
                                            JsonWebKey::getKey,
                                            (one, other) -> one));
            return new Known(peer, keys, System.nanoTime());
        } catch (Exception | Error failed) {
            // Whatever is thrown, those who wait must hear an end and somebody must ask again
            // later.
            LOG.log(
                    Level.WARNING,
                    "The keys of peer {0} could not be fetched from {1}: {2}",
                    new Object[] {peer.id(), peer.url(), failed.getMessage()});
            boolean same = last != null && last.peer().equals(peer);
            return new Known(peer, same ? last.keys() : Map.of(), System.nanoTime());
        }
    }
}
