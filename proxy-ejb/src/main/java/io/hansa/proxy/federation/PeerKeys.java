package io.hansa.proxy.federation;

import jakarta.ws.rs.core.Response;
import java.security.Key;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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

    private record Known(Peer peer, Map<String, Key> keys, long fetchedAt) {
        boolean recent() {
            return System.nanoTime() - fetchedAt < PAUSE_NANOS;
        }
    }

    private final PeersInForce peers;
    private final PeerLines lines;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();

    PeerKeys(PeersInForce peers, PeerLines lines) {
        this.peers = peers;
        this.lines = lines;
    }

    Optional<Key> find(String issuer, String keyId) {
        Peer peer = peers.byId().get(issuer);
        if (peer == null || !peer.enabled()) {
            return Optional.empty();
        }
        Known now = known.get(issuer);
        if (now == null
                || !now.peer().equals(peer)
                || !now.keys().containsKey(keyId) && !now.recent()) {
            now =
                    known.compute(
                            issuer,
                            (id, last) ->
                                    last != null && last.peer().equals(peer) && last.recent()
                                            ? last
                                            : fetch(peer, last));
        }
        return Optional.ofNullable(now.keys().get(keyId));
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
        } catch (Exception failed) {
            LOG.log(
                    Level.WARNING,
                    "The keys of peer {0} could not be fetched from {1}: {2}",
                    new Object[] {peer.id(), peer.url(), failed.getMessage()});
            boolean same = last != null && last.peer().equals(peer);
            return new Known(peer, same ? last.keys() : Map.of(), System.nanoTime());
        }
    }
}
