package io.hansa.client;

import static io.hansa.client.Clients.awaitIn;
import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.of;
import static io.hansa.client.Clients.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.FakeProxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RecoveryTest {
    @RegisterExtension
    static final FakeProxies LEAGUE = FakeProxies.offering("trade.settle", "ONCE", "a", "b", "c");

    @Test
    void startsWhileEveryProxyIsDown() {
        LEAGUE.all().forEach(FakeProxy::kill);
        try (HansaClient client = of(LEAGUE).build()) {
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));
            assertThat(failed.code()).isEqualTo("peer-unreachable");
            assertThat(failed.isSafeToRepeat()).isTrue();

            LEAGUE.get(1).restart();
            awaitIn(client, LEAGUE.get(1));
            assertThat(client.capability("trade.settle").send("x").path()).containsExactly("b");
        }
    }

    @Test
    void firstCallWaitsForTheFirstDocument() {
        try (HansaClient client = of(LEAGUE).build()) {
            assertThat(client.capability("trade.settle").send("x").attempts()).isEqualTo(1);
        }
    }

    @Test
    void atMostHalfOfTheProxiesAreEjected() {
        Seen seen = new Seen();
        try (HansaClient client = ready(of(LEAGUE).listener(seen), LEAGUE)) {
            LEAGUE.all().forEach(FakeProxy::kill);
            await().until(() -> seen.count(State.SUSPECT) + seen.count(State.EJECTED) >= 3);
            failure(() -> client.capability("trade.settle").send("x"));

            assertThat(seen.count(State.EJECTED)).isEqualTo(1);
            assertThat(client.describe().lines().filter(line -> line.contains(" SUSPECT ")))
                    .hasSize(2);
        }
    }

    @Test
    void flappingProxyIsAskedLessAndLess() {
        Seen seen = new Seen();
        try (HansaClient client = ready(of(LEAGUE).listener(seen), LEAGUE)) {
            FakeProxy flapping = LEAGUE.get(0);
            for (int times = 1; times <= 2; times++) {
                int before = times;
                flapping.kill();
                await().until(() -> seen.count(State.EJECTED) == before);
                flapping.restart();
                await().until(() -> client.describe().contains(flapping.uri() + " IN"));
            }
            flapping.kill();
            await().until(() -> seen.count(State.EJECTED) == 3);
            int asked = flapping.documentsAsked();
            flapping.restart();
            await().during(Duration.ofMillis(2500))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> flapping.documentsAsked() == asked);
        }
    }

    @Test
    void silentProxyIsAskedOnceAtATime() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            FakeProxy silent = LEAGUE.get(0).hang();
            int asked = silent.documentsAsked();
            await().during(Duration.ofMillis(800))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> silent.documentsAsked() <= asked + 1);
            silent.resume();
        }
    }

    @Test
    void returningProxyBeginsWithASmallShare() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            FakeProxy killed = LEAGUE.get(0).kill();
            await().until(() -> client.describe().contains(killed.uri() + " EJECTED"));
            killed.restart();
            awaitIn(client, killed);
            for (int call = 0; call < 90; call++) {
                client.capability("trade.settle").send("x");
            }
            assertThat(killed.received()).hasSizeLessThan(20);
        }
    }

    @Test
    void unchangedDocumentIsNotSentAgain() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            await().until(() -> LEAGUE.get(0).documentsUnchanged() > 3);
            assertThat(client.describe()).contains("proxy a,");
        }
    }
}
