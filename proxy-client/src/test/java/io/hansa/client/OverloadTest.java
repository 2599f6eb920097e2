package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.of;
import static io.hansa.client.Clients.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.FakeProxy;
import io.hansa.client.testkit.Fault;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OverloadTest {
    @RegisterExtension
    static final FakeProxies LEAGUE = FakeProxies.offering("trade.settle", "ONCE", "a", "b");

    private static void awaitTold(HansaClient client, FakeProxy proxy, String text) {
        await().until(
                        () ->
                                client.describe()
                                        .lines()
                                        .filter(line -> line.contains(proxy.uri().toString()))
                                        .anyMatch(line -> line.contains(text)));
    }

    @Test
    void proxyOverItsThresholdGetsNoCall() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.get(0).load(0.95);
            LEAGUE.get(1).accepting(false);
            awaitTold(client, LEAGUE.get(0), "load 0.95");
            awaitTold(client, LEAGUE.get(1), "draining");
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));

            assertThat(failed.code()).isEqualTo("overloaded");
            assertThat(FailoverTest.received(LEAGUE)).isEmpty();
        }
    }

    @Test
    void drainingProxyGetsNoCall() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.get(1).accepting(false);
            awaitTold(client, LEAGUE.get(1), "draining");
            for (int call = 0; call < 40; call++) {
                client.capability("trade.settle").send("x");
            }
            assertThat(LEAGUE.get(1).received()).isEmpty();
        }
    }

    @Test
    void loadedProxyGetsTheSmallerShare() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.get(0).load(0.8).fault(Fault.slow(Duration.ofMillis(2)));
            LEAGUE.get(1).fault(Fault.slow(Duration.ofMillis(2)));
            awaitTold(client, LEAGUE.get(0), "load 0.80");
            for (int call = 0; call < 200; call++) {
                client.capability("trade.settle").send("x");
            }
            assertThat(LEAGUE.get(0).received()).hasSizeLessThan(60);
        }
    }

    @Test
    void slowProxyGetsTheSmallerShare() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.get(0).fault(Fault.slow(Duration.ofMillis(40)));
            LEAGUE.get(1).fault(Fault.slow(Duration.ofMillis(2)));
            for (int call = 0; call < 100; call++) {
                client.capability("trade.settle").send("x");
            }
            assertThat(LEAGUE.get(0).received()).hasSizeLessThan(30);
        }
    }

    @Test
    void retryAfterIsWaitedForWhereTheTimeAllows() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            Fault full = Fault.problem(503, "overloaded", "NONE").retryAfter(Duration.ofSeconds(1));
            LEAGUE.all().forEach(proxy -> proxy.faultNext(1, full));
            long begun = System.nanoTime();
            HansaReply<String> reply = client.capability("trade.settle").send("x");

            assertThat(reply.attempts()).isEqualTo(3);
            assertThat(Duration.ofNanos(System.nanoTime() - begun))
                    .isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void retryAfterBeyondTheDeadlineFailsAtOnce() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            Fault full = Fault.problem(503, "overloaded", "NONE").retryAfter(Duration.ofSeconds(9));
            LEAGUE.all().forEach(proxy -> proxy.fault(full));
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));

            assertThat(failed.code()).isEqualTo("overloaded");
            assertThat(failed.isSafeToRepeat()).isTrue();
            assertThat(FailoverTest.received(LEAGUE)).hasSize(2);

            failure(() -> client.capability("trade.settle").send("x"));
            assertThat(FailoverTest.received(LEAGUE)).as("the pause holds").hasSize(2);
        }
    }

    @Test
    void unknownCapabilityIsRefusedWithoutAskingAnyProxy() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            HansaException failed = failure(() -> client.capability("no.such").send("x"));

            assertThat(failed.code()).isEqualTo("capability-unknown");
            assertThat(failed).hasMessageContaining("no.such").hasMessageContaining("describe()");
            assertThat(FailoverTest.received(LEAGUE)).isEmpty();
        }
    }

    @Test
    void proxyWithItsOwnServerIsPreferredToOneThroughAPeer() {
        LEAGUE.get(0).offers("stock.move").received().clear();
        LEAGUE.get(1).offersVia("stock.move", "ONCE", "a");
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            for (int call = 0; call < 20; call++) {
                client.capability("stock.move").send("x");
            }
            assertThat(LEAGUE.get(1).received()).isEmpty();

            LEAGUE.get(0).accepting(false);
            awaitTold(client, LEAGUE.get(0), "draining");
            assertThat(client.capability("stock.move").send("x").path()).containsExactly("b");
        }
    }
}
