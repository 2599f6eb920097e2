package io.hansa.proxy.federation;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;

/**
 * Keeps a view of every enabled peer: asks each, side by side, never the same one twice at a time,
 * and says in the log when one falls silent or speaks again. Safe for many threads.
 */
final class PeerWatch {
    private static final Logger LOG = System.getLogger(PeerWatch.class.getName());

    private final PeersInForce peers;
    private final PeerReader reader;
    private final PeerLines lines;
    private final Executor executor;
    private final String organization;
    private final Consumer<String> back;
    private final Set<String> asking = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<String, PeerView> views = new ConcurrentHashMap<>();

    /**
     * @param organization of this proxy
     * @param back is told the id of a peer that answers again, or for the first time
     */
    PeerWatch(
            PeersInForce peers,
            PeerReader reader,
            PeerLines lines,
            Executor executor,
            String organization,
            Consumer<String> back) {
        this.organization = organization;
        this.back = back;
        this.peers = peers;
        this.reader = reader;
        this.lines = lines;
        this.executor = executor;
    }

    /** Every peer's view, by id. */
    Map<String, PeerView> views() {
        return views;
    }

    /** Asks all that are not being asked already; returns at once. */
    void ask() {
        Map<String, Peer> known = peers.byId();
        views.keySet().removeIf(id -> !known.containsKey(id) || !known.get(id).enabled());
        views.replaceAll((id, view) -> enteredNow(view, known.get(id)));
        for (Peer peer : known.values()) {
            if (peer.enabled() && asking.add(peer.id())) {
                try {
                    executor.execute(() -> ask(peer));
                } catch (RejectedExecutionException stopping) {
                    asking.remove(peer.id());
                }
            }
        }
    }

    /**
     * What may be asked of a peer holds at once; where it is to be found, when it has answered
     * there.
     */
    private PeerView enteredNow(PeerView view, Peer now) {
        boolean sameEntry = now == null || view.peer().equals(now);
        return sameEntry || !view.peer().url().equals(now.url()) || view.peer().link() != now.link()
                ? view
                : view.enteredAs(now, organization);
    }

    private void ask(Peer peer) {
        PeerView last = views.get(peer.id());
        if (last == null || !last.peer().equals(peer)) {
            last = PeerView.unheard(peer);
        }
        try {
            PeerView now = last.told(reader.read(peer), organization);
            if (!now.announced().allUsed() && last.announced().allUsed()) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-2401 Of what peer {0} announces, {1} is not used: GET /api/v1/admin/peers/{0}/announced shows it.",
                        peer.id(),
                        now.announced().refusals());
            }
            if (last.silence() != null) {
                LOG.log(Level.INFO, "HANSA-2402 Peer {0} answers at {1}.", peer.id(), peer.url());
                back.accept(peer.id());
            }
            views.put(peer.id(), now);
        } catch (Exception failed) {
            PeerView now = last.silent(String.valueOf(failed.getMessage()));
            if (last.silence() == null || last.status() == null && !views.containsKey(peer.id())) {
                LOG.log(
                        Level.WARNING,
                        "HANSA-2403 Peer {0} does not answer at {1}: {2}",
                        peer.id(),
                        peer.url(),
                        failed.getMessage());
            }
            views.put(peer.id(), now);
        } finally {
            if (!peers.byId().containsKey(peer.id())) {
                views.remove(peer.id());
                lines.forget(peer.id());
            }
            asking.remove(peer.id());
        }
    }
}
