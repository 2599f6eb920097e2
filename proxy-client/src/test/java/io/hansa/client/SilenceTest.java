package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.of;
import static io.hansa.client.Clients.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SilenceTest {
    @RegisterExtension
    static final FakeProxies ONCE = FakeProxies.offering("trade.settle", "ONCE", "a", "b");

    @RegisterExtension
    static final FakeProxies TWICE = FakeProxies.offering("price.quote", "SAFE", "d", "e", "f");

    @Test
    void callsAtAHangingProxyAreAnsweredElsewhere() {
        try (HansaClient client = ready(of(TWICE), TWICE)) {
            TWICE.get(0).hang();
            List<CompletableFuture<HansaReply<String>>> calls = new ArrayList<>();
            for (int call = 0; call < 12; call++) {
                calls.add(client.capability("price.quote").sendAsync("x"));
            }
            await().untilAsserted(() -> assertThat(TWICE.get(0).received()).isNotEmpty());
            assertThat(calls)
                    .allSatisfy(call -> assertThat(call.join().path()).doesNotContain("d"));
            assertThat(calls).anyMatch(call -> call.join().attempts() == 2);
        }
    }

    @Test
    void onceAtAHangingProxyEndsAtTheDeadline() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.all().forEach(proxy -> proxy.fault(Fault.silence()));
            HansaException failed =
                    failure(
                            () ->
                                    client.capability("trade.settle")
                                            .timeout(Duration.ofMillis(300))
                                            .send("x"));

            assertThat(failed.code()).isEqualTo("deadline-exceeded");
            assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(FailoverTest.received(ONCE)).hasSize(1);
        }
    }

    @Test
    void slowServerIsNotTakenForASilentProxy() {
        try (HansaClient client = ready(of(TWICE), TWICE)) {
            TWICE.all().forEach(proxy -> proxy.fault(Fault.slow(Duration.ofMillis(1500))));

            assertThat(client.capability("price.quote").send("x").attempts()).isEqualTo(1);
        }
    }

    @Test
    void eachAttemptGetsWhatIsLeftOfTheTime() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.all().forEach(proxy -> proxy.faultNext(1, Fault.problem(503, "shed", "NONE")));
            failure(
                    () ->
                            client.capability("trade.settle")
                                    .timeout(Duration.ofMillis(800))
                                    .send("x"));

            List<Long> told =
                    FailoverTest.received(ONCE).stream()
                            .map(one -> Long.valueOf(one.header("hansa-timeout-ms")))
                            .toList();
            assertThat(told).hasSize(2).allMatch(left -> left > 0 && left <= 800);
            assertThat(told.get(0)).isNotEqualTo(told.get(1));
        }
    }
}
