package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.fast;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.client.testkit.FakeProxy;
import io.hansa.client.testkit.Fault;
import io.hansa.client.testkit.Received;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private final FakeProxy proxy = FakeProxy.start("a").offers("trade.settle").demandTokens();

    @AfterEach
    void close() {
        proxy.close();
    }

    private HansaClientBuilder client() {
        return fast().proxies(proxy.uri());
    }

    @Test
    void oneTokenServesManyThreads() throws Exception {
        int callers = 30;
        CyclicBarrier together = new CyclicBarrier(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (HansaClient client = client().account("shop", "secret").build()) {
            Clients.awaitIn(client, proxy);
            List<Future<HansaReply<String>>> calls = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                calls.add(
                        threads.submit(
                                () -> {
                                    together.await();
                                    return client.capability("trade.settle").send("x");
                                }));
            }
            for (Future<HansaReply<String>> call : calls) {
                assertThat(call.get().body()).isEqualTo("x");
            }
            assertThat(proxy.tokensIssued()).isEqualTo(1);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void tokenIsRenewedBeforeItsEnd() {
        Duration lifetime = Duration.ofSeconds(4);
        proxy.tokenLifetime(lifetime);
        try (HansaClient client = client().account("shop", "secret").build()) {
            client.capability("trade.settle").send("x");
            await().atMost(lifetime.minusMillis(200))
                    .until(
                            () -> {
                                client.capability("trade.settle").send("x");
                                return proxy.tokensIssued() == 2;
                            });
        }
    }

    @Test
    void revokedTokenIsReplacedOnce() {
        try (HansaClient client = client().account("shop", "secret").build()) {
            client.capability("trade.settle").send("x");
            proxy.revokeTokens();
            assertThat(client.capability("trade.settle").send("x").body()).isEqualTo("x");
            assertThat(proxy.tokensIssued()).isEqualTo(2);
        }
    }

    @Test
    void refusedNewTokenEndsTheCall() {
        try (HansaClient client = client().account("shop", "secret").build()) {
            proxy.fault(Fault.problem(401, "authentication-failed", "NONE"));
            HansaException failed = failure(() -> client.capability("trade.settle").send("x"));

            assertThat(failed.code()).isEqualTo("authentication-failed");
            assertThat(proxy.received()).hasSize(2);
        }
    }

    @Test
    void passwordGoesWithEachRequestWhereWanted() {
        try (HansaClient client = client().basic("shop", "geheim-ü").build()) {
            failure(() -> client.capability("trade.settle").send("x"));
            Received call = proxy.received().get(0);

            assertThat(call.header("authorization")).isEqualTo("Basic c2hvcDpnZWhlaW0tw7w=");
            assertThat(proxy.received()).hasSize(1);
            assertThat(proxy.tokensIssued()).isZero();
        }
    }

    @Test
    void programGivesItsOwnHeader() {
        try (HansaClient client = client().authorization(() -> "Bearer mine").build()) {
            failure(() -> client.capability("trade.settle").send("x"));
            assertThat(proxy.received().get(0).header("authorization")).isEqualTo("Bearer mine");
        }
    }
}
