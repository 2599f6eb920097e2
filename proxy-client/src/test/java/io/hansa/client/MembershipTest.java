package io.hansa.client;

import static io.hansa.client.Clients.awaitIn;
import static io.hansa.client.Clients.fast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.testkit.FakeProxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MembershipTest {
    private final FakeProxy a = FakeProxy.start("a").offers("trade.settle");
    private final FakeProxy b = FakeProxy.start("b").offers("price.quote");
    private final FakeProxy c = FakeProxy.start("c").offers("stock.move");

    @AfterEach
    void close() {
        List.of(a, b, c).forEach(FakeProxy::close);
    }

    @Test
    void seedNamesItsPeers() {
        a.peers(Map.of("b", b.uri()));
        b.peers(Map.of("a", URI.create("http://localhost:" + a.uri().getPort()), "c", c.uri()));
        try (HansaClient client = fast().seed(a.uri()).build()) {
            await().ignoreExceptions()
                    .untilAsserted(
                            () ->
                                    assertThat(client.capability("stock.move").send("x").path())
                                            .containsExactly("c"));
            assertThat(client.describe().lines()).as("the seed under one address").hasSize(4);
        }
    }

    @Test
    void addressThatLeftIsForgotten() {
        Seen seen = new Seen();
        a.peers(Map.of("b", b.uri(), "c", c.uri()));
        try (HansaClient client = fast().seed(a.uri()).listener(seen).build()) {
            awaitIn(client, c);
            a.peers(Map.of("b", b.uri()));
            await().until(() -> seen.saw(State.LEFT, c.uri()));
            int asked = c.documentsAsked();

            await().during(Duration.ofMillis(300)).until(() -> c.documentsAsked() == asked);
            assertThat(client.describe()).doesNotContain(c.uri().toString());
        }
    }

    @Test
    void peersAreKeptWhileTheSeedIsAway() {
        a.peers(Map.of("b", b.uri()));
        try (HansaClient client = fast().seed(a.uri()).build()) {
            awaitIn(client, b);
            a.kill();
            await().until(() -> client.describe().contains(a.uri() + " EJECTED"));
            assertThat(client.capability("price.quote").send("x").path()).containsExactly("b");
        }
    }

    @Test
    void newAddressesOfTheSourceAreUsed() {
        AtomicReference<List<URI>> source = new AtomicReference<>(List.of(a.uri()));
        Seen seen = new Seen();
        try (HansaClient client = fast().addresses(source::get).listener(seen).build()) {
            awaitIn(client, a);
            source.set(List.of(b.uri()));
            awaitIn(client, b);
            await().until(() -> seen.saw(State.LEFT, a.uri()));
        }
    }

    @Test
    void emptySourceKeepsTheAddressesOfBefore() {
        AtomicReference<List<URI>> source = new AtomicReference<>(List.of(a.uri()));
        Seen seen = new Seen();
        try (HansaClient client = fast().addresses(source::get).listener(seen).build()) {
            awaitIn(client, a);
            source.set(List.of());
            await().during(Duration.ofMillis(300)).until(() -> seen.count(State.LEFT) == 0);
            client.capability("trade.settle").send("x");

            source.set(null);
            await().during(Duration.ofMillis(300)).until(() -> seen.count(State.LEFT) == 0);
        }
    }
}
