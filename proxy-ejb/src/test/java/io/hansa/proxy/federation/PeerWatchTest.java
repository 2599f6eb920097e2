package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ProxyStatus;
import io.hansa.proxy.configuration.ExtranetStores;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PeerWatchTest {
    private final Map<String, Peer> known = new HashMap<>();
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private final AtomicInteger reads = new AtomicInteger();
    private final PeerWatch watch =
            new PeerWatch(
                    () -> known,
                    this::read,
                    new PeerLines(
                            ExtranetStores.NONE,
                            new PeerCertificates(Clock.systemUTC()),
                            Runnable::run),
                    waiting::add,
                    "shop",
                    id -> {});

    PeerWatchTest() {
        known.put("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET));
    }

    @Test
    void slowPeerIsNotAskedTwiceAtOnce() {
        watch.ask();
        watch.ask();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        watch.ask();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void peerRemovedWhileAskedIsForgotten() {
        watch.ask();
        known.clear();
        waiting.remove().run();

        assertThat(reads).hasValue(1);
        assertThat(watch.views()).isEmpty();
    }

    @Test
    void answerUnderTheOldAddressIsDropped() {
        watch.ask();
        waiting.remove().run();
        Peer moved =
                new Peer(
                        "shop-b",
                        URI.create("http://127.0.0.1:10"),
                        Peer.Link.INTRANET,
                        Peer.Transport.REST,
                        true,
                        2);
        known.put("shop-b", moved);
        watch.ask();
        waiting.remove().run();

        assertThat(watch.views().get("shop-b").peer()).isEqualTo(moved);
    }

    @Test
    void refusedTaskLeavesThePeerAskable() {
        AtomicInteger refused = new AtomicInteger();
        PeerWatch stopping =
                new PeerWatch(
                        () -> known,
                        this::read,
                        new PeerLines(
                                ExtranetStores.NONE,
                                new PeerCertificates(Clock.systemUTC()),
                                Runnable::run),
                        task -> {
                            refused.incrementAndGet();
                            throw new RejectedExecutionException();
                        },
                        "shop",
                        id -> {});
        stopping.ask();
        stopping.ask();

        assertThat(refused).hasValue(2);
    }

    private ProxyStatus read(Peer peer) {
        reads.incrementAndGet();
        return FakeLeague.status(peer.id(), 0.1);
    }
}
