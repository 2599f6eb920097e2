package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.of;
import static io.hansa.client.Clients.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.client.listener.ClientListener.ProxyChange.State;
import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.FakeProxy;
import io.hansa.client.testkit.Fault;
import io.hansa.client.testkit.Received;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailoverTest {
    private static final int CALLS = 60;

    @RegisterExtension
    static final FakeProxies ONCE = FakeProxies.offering("trade.settle", "ONCE", "a", "b", "c");

    @RegisterExtension
    static final FakeProxies TWICE = FakeProxies.offering("price.quote", "IDEMPOTENT", "d", "e");

    @Test
    void killedProxyIsLeftOutAtOnce() {
        Seen seen = new Seen();
        try (HansaClient client = ready(of(ONCE).listener(seen), ONCE)) {
            ONCE.get(0).kill();
            for (int call = 0; call < CALLS; call++) {
                assertThat(client.capability("trade.settle").send("x" + call).body())
                        .isEqualTo("x" + call);
            }
            assertThat(seen.saw(State.EJECTED, ONCE.get(0).uri())).isTrue();
            assertThat(seen.attempts.stream().filter(one -> one.code() != null).count())
                    .as("attempts at the dead proxy")
                    .isLessThanOrEqualTo(1);
        }
    }

    @Test
    void restartedProxyGetsCallsAgain() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            FakeProxy killed = ONCE.get(0).kill();
            await().until(() -> client.describe().contains(killed.uri() + " EJECTED"));
            killed.restart();
            await().until(
                            () -> {
                                client.capability("trade.settle").send("x");
                                return !killed.received().isEmpty();
                            });
        }
    }

    @Test
    void brokenConnectionIsNotRepeatedForOnce() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.all().forEach(proxy -> proxy.faultNext(1, Fault.disconnect()));
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));

            assertThat(failed.code()).isEqualTo("peer-unreachable");
            assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(failed.isSafeToRepeat()).isFalse();
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(received(ONCE)).hasSize(1);
        }
    }

    @Test
    void brokenConnectionIsRepeatedWithTheSameKey() {
        try (HansaClient client = ready(of(TWICE), TWICE)) {
            TWICE.get(0).faultNext(1, Fault.disconnect());
            while (TWICE.get(0).received().isEmpty()) {
                client.capability("price.quote").send("x");
            }
            Received first = TWICE.get(0).received().get(0);
            List<Received> elsewhere =
                    TWICE.get(1).received().stream()
                            .filter(one -> key(one).equals(key(first)))
                            .toList();

            assertThat(elsewhere).as("the same call at the other proxy").hasSize(1);
            assertThat(elsewhere.get(0).header("traceparent"))
                    .isEqualTo(first.header("traceparent"));
        }
    }

    private static String key(Received call) {
        return call.header("idempotency-key");
    }

    @Test
    void eachCallHasItsOwnKey() {
        try (HansaClient client = ready(of(TWICE), TWICE)) {
            client.capability("price.quote").send("x");
            client.capability("price.quote").send("x");
            client.capability("price.quote").idempotencyKey("mine").send("x");

            assertThat(received(TWICE)).extracting(FailoverTest::key).doesNotHaveDuplicates();
            assertThat(received(TWICE)).extracting(FailoverTest::key).contains("mine");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"overloaded", "draining", "circuit-open", "server-unreachable"})
    void refusalWithoutEffectIsSentElsewhere(String code) {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.get(0).fault(Fault.problem(503, code, "NONE"));
            ONCE.get(1).fault(Fault.problem(503, code, "NONE"));
            for (int call = 0; call < 15; call++) {
                assertThat(client.capability("trade.settle").send("x" + call).path())
                        .containsExactly("c");
            }
            ONCE.all()
                    .forEach(
                            proxy ->
                                    assertThat(proxy.received())
                                            .as("no call comes twice to a proxy")
                                            .extracting(Received::text)
                                            .doesNotHaveDuplicates());
        }
    }

    @Test
    void ejectedProxyIsNotEvenTheLastChoice() {
        Seen seen = new Seen();
        try (HansaClient client = ready(of(TWICE).listener(seen), TWICE)) {
            FakeProxy killed = TWICE.get(0).kill();
            await().until(() -> client.describe().contains(killed.uri() + " EJECTED"));
            TWICE.get(1).fault(Fault.problem(502, "internal-error", "NONE"));
            failure(() -> client.capability("price.quote").send("x"));

            assertThat(seen.attempts).extracting("proxy").containsExactly(TWICE.get(1).uri());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"request-invalid", "permission-denied", "server-fault"})
    void finalRefusalIsSentNowhereElse(String code) {
        try (HansaClient client = ready(of(TWICE), TWICE)) {
            TWICE.all().forEach(proxy -> proxy.fault(Fault.problem(400, code, "NONE")));
            HansaException failed = failure(() -> client.capability("price.quote").send("x"));

            assertThat(failed.code()).isEqualTo(code);
            assertThat(failed.traceId()).isPresent();
            assertThat(received(TWICE)).hasSize(1);
        }
    }

    @Test
    void containerWithoutTheApplicationIsLeftOut() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.get(0).fault(Fault.foreignPage(404));
            for (int call = 0; call < CALLS; call++) {
                client.capability("trade.settle").send("x");
            }
        }
    }

    @Test
    void foreignPageMayHideAnEffect() {
        try (HansaClient client = ready(of(ONCE), ONCE)) {
            ONCE.all().forEach(proxy -> proxy.fault(Fault.foreignPage(502)));
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));

            assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(received(ONCE)).hasSize(1);
        }
    }

    @Test
    void retriesEndWithTheBudget() {
        try (HansaClient client = ready(of(TWICE).retryShare(0), TWICE)) {
            TWICE.all().forEach(proxy -> proxy.fault(Fault.problem(502, "internal-error", "NONE")));
            for (int call = 0; call < CALLS; call++) {
                failure(() -> client.capability("price.quote").send("x"));
            }
            assertThat(received(TWICE)).hasSizeBetween(CALLS, CALLS + 20);
        }
    }

    static List<Received> received(FakeProxies proxies) {
        return proxies.all().stream()
                .map(FakeProxy::received)
                .flatMap(calls -> Stream.of(calls.toArray(Received[]::new)))
                .toList();
    }
}
