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
import java.util.concurrent.CompletableFuture;
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
    void oneTokenServesManyThreads() {
        try (HansaClient client = client().account("shop", "secret").build()) {
            List<CompletableFuture<HansaReply<String>>> calls = new ArrayList<>();
            for (int call = 0; call < 50; call++) {
                calls.add(client.capability("trade.settle").sendAsync("x"));
            }
            calls.forEach(CompletableFuture::join);
            assertThat(proxy.tokensIssued()).isEqualTo(1);
        }
    }

    @Test
    void tokenIsRenewedBeforeItsEnd() {
        proxy.tokenLifetime(Duration.ofSeconds(2));
        try (HansaClient client = client().account("shop", "secret").build()) {
            await().until(
                            () -> {
                                client.capability("trade.settle").send("x");
                                return proxy.tokensIssued() == 2;
                            });
            assertThat(proxy.received()).isNotEmpty();
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
