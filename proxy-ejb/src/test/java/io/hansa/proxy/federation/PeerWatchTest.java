package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ProxyStatus;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
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
                            Optional.empty(),
                            new PeerCertificates(Clock.systemUTC()),
                            Runnable::run),
                    waiting::add,
                    id -> {},
                    "shop");

    PeerWatchTest() {
        known.put("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET));
    }

    @Test
    void aPeerThatTakesItsTimeIsNotAskedTwiceAtOnce() {
        watch.ask();
        watch.ask();
        assertThat(waiting).hasSize(1);

        waiting.remove().run();
        watch.ask();
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aPeerThatWasRemovedWhileItWasAskedIsNotRemembered() {
        watch.ask();
        known.clear();
        waiting.remove().run();

        assertThat(reads).hasValue(1);
        assertThat(watch.views()).isEmpty();
    }

    @Test
    void whatAPeerSaidUnderItsOldAddressIsNotHeldAgainstTheNewOne() {
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
    void whereTheExecutorStopsThePeerCanBeAskedLater() {
        AtomicInteger refused = new AtomicInteger();
        PeerWatch stopping =
                new PeerWatch(
                        () -> known,
                        this::read,
                        new PeerLines(
                                Optional.empty(),
                                new PeerCertificates(Clock.systemUTC()),
                                Runnable::run),
                        task -> {
                            refused.incrementAndGet();
                            throw new RejectedExecutionException();
                        },
                        id -> {},
                        "shop");
        stopping.ask();
        stopping.ask();

        assertThat(refused).hasValue(2);
    }

    private ProxyStatus read(Peer peer) {
        reads.incrementAndGet();
        return FakeLeague.status(peer.id(), 0.1);
    }
}
