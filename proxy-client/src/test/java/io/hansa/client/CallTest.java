package io.hansa.client;

import static io.hansa.client.Clients.failure;
import static io.hansa.client.Clients.of;
import static io.hansa.client.Clients.ready;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.client.testkit.FakeProxies;
import io.hansa.client.testkit.FakeProxy;
import io.hansa.client.testkit.Fault;
import io.hansa.client.testkit.Received;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class CallTest {
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @RegisterExtension
    static final FakeProxies LEAGUE = FakeProxies.offering("price.quote", "SAFE", "a", "b");

    @Test
    void replyTellsWhereItComesFrom() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            HansaReply<String> reply =
                    client.capability("price.quote").traceparent(TRACE).send("2 x 苹果");

            assertThat(reply.body()).isEqualTo("2 x 苹果");
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.contentType()).contains("text/plain; charset=utf-8");
            assertThat(reply.server().orElseThrow()).endsWith("/price.quote-1");
            assertThat(reply.traceId()).contains("4bf92f3577b34da6a3ce929d0e0e4736");
            assertThat(reply.toString()).doesNotContain("苹果");
        }
    }

    @Test
    void traceOfTheThreadGoesOnOrBegins() {
        try (HansaClient client = ready(of(LEAGUE).traceparent(() -> TRACE), LEAGUE)) {
            client.capability("price.quote").send("x");
            assertThat(FailoverTest.received(LEAGUE).get(0).header("traceparent")).isEqualTo(TRACE);
        }
        LEAGUE.all().forEach(FakeProxy::reset);
        try (HansaClient client = ready(of(LEAGUE).traceparent(() -> null), LEAGUE)) {
            client.capability("price.quote").send("x");
            assertThat(FailoverTest.received(LEAGUE).get(0).header("traceparent"))
                    .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-03");
        }
    }

    @Test
    void bytesAndHeadersPassUntouched() {
        byte[] data = new byte[100_000];
        new Random(7).nextBytes(data);
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            HansaReply<byte[]> reply =
                    client.capability("price.quote")
                            .header("content-type", "application/x-own")
                            .header("Accept-Language", "zh")
                            .send(data);

            assertThat(reply.body()).isEqualTo(data);
            assertThat(reply.contentType()).contains("application/x-own");
            Received call = FailoverTest.received(LEAGUE).get(0);
            assertThat(call.header("accept-language")).isEqualTo("zh");
        }
    }

    @Test
    void filesAndRepliesStream(@TempDir Path directory) throws IOException {
        byte[] data = new byte[3_000_000];
        new Random(8).nextBytes(data);
        Path file = Files.write(directory.resolve("data"), data);
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            HansaReply<InputStream> reply =
                    client.capability("price.quote").stream(RequestBody.of(file));

            try (InputStream body = reply.body()) {
                assertThat(body.readAllBytes()).isEqualTo(data);
            }
        }
    }

    @Test
    void streamThatWasReadIsNotSentAgain() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.all().forEach(proxy -> proxy.fault(Fault.disconnect()));
            InputStream data = new ByteArrayInputStream(new byte[10]);
            HansaException failed =
                    failure(() -> client.capability("price.quote").send(RequestBody.once(data)));

            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.isSafeToRepeat()).as("by the program, with new data").isTrue();
        }
    }

    @Test
    void replyLongerThanTheBoundIsRefused() {
        try (HansaClient client = ready(of(LEAGUE).maxReplyBytes(1000), LEAGUE)) {
            HansaException failed =
                    failure(() -> client.capability("price.quote").send(new byte[2000]));
            assertThat(failed).hasMessageContaining("maxReplyBytes");
        }
    }

    @Test
    void exceptionIsOneHelpfulLine() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.all().forEach(one -> one.fault(Fault.problem(403, "permission-denied", "NONE")));
            HansaException failed =
                    failure(() -> client.capability("price.quote").traceparent(TRACE).send("x"));

            assertThat(failed)
                    .hasMessage(
                            "price.quote failed: a fault of the test (permission-denied, effect NONE,"
                                    + " no server saw it; 1 attempt, trace 4bf92f3577b34da6a3ce929d0e0e4736)");
            assertThat(failed.status()).isEqualTo(403);
        }
    }

    @Test
    void futureFailsWithTheSameException() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.all().forEach(one -> one.fault(Fault.problem(403, "permission-denied", "NONE")));
            CompletableFuture<HansaReply<String>> call =
                    client.capability("price.quote").sendAsync("x");

            assertThatThrownBy(call::join)
                    .isInstanceOf(CompletionException.class)
                    .hasCauseInstanceOf(HansaException.class);
        }
    }

    @Test
    void listenerHearsAttemptsAndCalls() {
        Seen seen = new Seen();
        try (HansaClient client = ready(of(LEAGUE).listener(seen), LEAGUE)) {
            LEAGUE.all().forEach(one -> one.faultNext(1, Fault.problem(503, "shed", "NONE")));
            failure(() -> client.capability("price.quote").send("x"));
            client.capability("price.quote").send("x");

            assertThat(seen.attempts).extracting("code").containsExactly("shed", "shed", null);
            assertThat(seen.completions).extracting("code").containsExactly("shed", null);
            assertThat(seen.completions).extracting("attempts").containsExactly(2, 1);
        }
    }

    @Test
    void cancelledCallIsAbandoned() {
        try (HansaClient client = ready(of(LEAGUE), LEAGUE)) {
            LEAGUE.all().forEach(one -> one.fault(Fault.silence()));
            CompletableFuture<?> call = client.capability("price.quote").sendAsync("x");
            await().until(() -> FailoverTest.received(LEAGUE).size() == 1);
            call.cancel(true);

            await().until(() -> client.describe().contains("0 calls in flight"));
            assertThat(client.describe()).as("at the proxies").doesNotContain("in flight 1,");
        }
    }

    @Test
    void closeWaitsForCallsAndRefusesNewOnes() {
        HansaClient client = ready(of(LEAGUE), LEAGUE);
        LEAGUE.all().forEach(one -> one.fault(Fault.slow(Duration.ofMillis(500))));
        CompletableFuture<HansaReply<String>> call =
                client.capability("price.quote").sendAsync("x");
        client.close();

        assertThat(call).isCompleted();
        assertThat(call.join().body()).isEqualTo("x");
        assertThat(failure(() -> client.capability("price.quote").send("x")).code())
                .isEqualTo("draining");
        client.close();
    }
}
