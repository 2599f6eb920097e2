package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.lang.System.Logger;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The keys that peers sign with, fetched from each peer itself over its link, in the background:
 * before a token is shown, again when they grow old, and at most once a second where a token names
 * a key that is not there. No thread waits for a fetch. At most one is in progress for each peer.
 * Safe for many threads.
 */
final class PeerKeys {
    private static final Logger LOG = System.getLogger(PeerKeys.class.getName());
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final int MAX_BYTES = 64 << 10;
    private static final String PATH = "/.well-known/jwks.json";

    /** No token may live longer, with any setting. */
    private static final Duration REMEMBERED = Duration.ofHours(1);

    /**
     * What is known of one peer; only the thread that fetches replaces it, and {@link #current}
     * where its entry changed.
     */
    private static final class Known {
        private final Peer peer;
        private final Instant acceptedFrom;
        private volatile PublishedKeys keys = PublishedKeys.NONE;
        private final BackgroundFetch fetch = new BackgroundFetch(PAUSE_NANOS);

        Known(Peer peer, Instant acceptedFrom) {
            this.peer = peer;
            this.acceptedFrom = acceptedFrom;
        }
    }

    private final PeersInForce peers;
    private final PeerLines lines;
    private final Executor executor;
    private final long refreshNanos;
    private final Clock clock;
    private final ConcurrentHashMap<String, Known> known = new ConcurrentHashMap<>();
    private final Cache<String, Boolean> removed =
            Caffeine.newBuilder()
                    .maximumSize(1000)
                    .expireAfterWrite(REMEMBERED)
                    .executor(Runnable::run)
                    .build();

    /**
     * @param executor has a thread for every fetch, of which there is one for each peer at most
     * @param refresh how old keys may be before they are fetched again
     */
    PeerKeys(
            PeersInForce peers, PeerLines lines, Executor executor, Duration refresh, Clock clock) {
        this.peers = peers;
        this.lines = lines;
        this.executor = executor;
        this.refreshNanos = refresh.toNanos();
        this.clock = clock;
    }

    /** From memory; empty where it is not known, or not yet. */
    Optional<Key> find(String issuer, String keyId) {
        Known now = current(issuer);
        return now == null ? Optional.empty() : now.keys.find(keyId);
    }

    /**
     * From when on tokens of the peer are accepted: those that were issued before it was enabled
     * again are not.
     */
    Instant acceptedFrom(String issuer) {
        Known now = current(issuer);
        return now == null ? Instant.MAX : now.acceptedFrom;
    }

    /**
     * A token named a key that is not known: it is fetched for, if that was not done within the
     * last second.
     */
    void missed(String issuer) {
        Known now = current(issuer);
        if (now != null && now.fetch.age() >= PAUSE_NANOS) {
            fetch(now);
        }
    }

    /**
     * Fetches what is not there or grew old; returns at once. To be called every second or so, and
     * when peers change.
     */
    void refresh() {
        Map<String, Peer> entered = peers.byId();
        known.keySet()
                .removeIf(
                        id -> {
                            boolean gone = !entered.containsKey(id);
                            if (gone) {
                                removed.put(id, true);
                            }
                            return gone;
                        });
        for (String id : entered.keySet()) {
            Known now = current(id);
            long age = now == null ? 0 : now.fetch.age();
            if (now != null && age >= (now.keys.settled() ? refreshNanos : PAUSE_NANOS)) {
                fetch(now);
            }
        }
    }

    /** A peer that answers again may have a new key. */
    void restarted(String issuer) {
        Known now = current(issuer);
        if (now != null) {
            fetch(now);
        }
    }

    /** That of the peer as it is entered now; null where there is none, or a disabled one. */
    private Known current(String issuer) {
        Peer peer = peers.byId().get(issuer);
        if (peer == null) {
            return null;
        }
        Known now = known.get(issuer);
        if (now == null || !now.peer.equals(peer)) {
            now = known.compute(issuer, (id, last) -> next(last, peer));
        }
        return peer.enabled() ? now : null;
    }

    /**
     * Keys outlive a change of the entry that concerns neither where they are from nor whether the
     * peer is trusted.
     */
    private Known next(Known last, Peer peer) {
        if (last != null && last.peer.equals(peer)) {
            return last;
        }
        if (wasUntrusted(last, peer)) {
            return new Known(peer, clock.instant());
        }
        Known next = new Known(peer, last == null ? Instant.MIN : last.acceptedFrom);
        if (last != null && sameSource(last.peer, peer)) {
            next.keys = last.keys;
        }
        return next;
    }

    /**
     * Disabled or removed since it was entered last; of several changes at once, one may have been
     * that.
     */
    private boolean wasUntrusted(Known last, Peer peer) {
        return last == null
                ? removed.getIfPresent(peer.id()) != null
                : !last.peer.enabled() || peer.version() > last.peer.version() + 1;
    }

    private static boolean sameSource(Peer one, Peer other) {
        return one.url().equals(other.url())
                && Objects.equals(one.certificate(), other.certificate());
    }

    private void fetch(Known of) {
        of.fetch.begin(
                executor,
                () -> of.keys = of.keys.after(lines.read(of.peer, PATH, MAX_BYTES, DEADLINE)),
                (level, failure) ->
                        LOG.log(
                                level,
                                "HANSA-2404 The keys of peer {0} could not be fetched from {1}: {2}",
                                of.peer.id(),
                                of.peer.url(),
                                failure.getMessage()));
    }
}
