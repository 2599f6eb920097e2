package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.idempotency.RequestKey;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same key gets the first reply again, and the server sees the request once. */
class IdempotencyTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
    }

    @Test
    void firstReplyIsRepeatedWithServerAndPath() {
        proxy.start();
        ServiceReply first = call("k-1", "basket");
        ServiceReply second = call("k-1", "basket");

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void otherDataUnderTheSameKeyIsRefused() {
        proxy.start();
        call("k-1", "basket");

        assertThat(refusal("k-1", "other basket").code())
                .isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void otherKeysAndNoKeyAreOtherRequests() {
        proxy.start();
        call("k-1", "basket");
        call("k-2", "basket");
        proxy.call("trade.settle", "basket");
        proxy.call("trade.settle", "basket");

        assertThat(proxy.exchanges.sent()).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "größe"})
    void whatIsNoKeyIsRefused(String key) {
        proxy.start();

        assertThat(refusal(key, "basket").code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void requestWithoutEffectMayBeRepeated() {
        proxy.exchanges.fails("trade-1", Kind.UNREACHABLE, false);
        proxy.start();
        refusal("k-1", "basket");
        proxy.exchanges.answers("trade-1", "settled");

        assertThat(call("k-1", "basket").data()).asString().isEqualTo("settled");
    }

    @Test
    void onceRequestWithPossibleEffectIsNotRepeated() {
        proxy.exchanges.fails("trade-1", Kind.TIMEOUT, true);
        proxy.start();
        refusal("k-1", "basket");
        proxy.exchanges.answers("trade-1", "settled");

        Failure again = refusal("k-1", "basket");

        assertThat(again.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(again.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void repeatableRequestIsSentAgain() {
        proxy.entered.replay("trade.settle", Replay.IDEMPOTENT);
        proxy.exchanges.fails("trade-1", Kind.TIMEOUT, true);
        proxy.start();
        refusal("k-1", "basket");
        proxy.exchanges.answers("trade-1", "settled");

        assertThat(call("k-1", "basket").data()).asString().isEqualTo("settled");
    }

    @Test
    void deadNodesOnceRequestIsNotRepeated() {
        proxy.start();
        proxy.replies.abandoned(key());

        Failure refusal = refusal("k-1", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.REPLY_NOT_KEPT);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void deadNodesRepeatableRequestIsTakenOver() {
        proxy.entered.replay("trade.settle", Replay.SAFE);
        proxy.start();
        proxy.replies.abandoned(key());

        assertThat(call("k-1", "basket").data()).asString().isEqualTo("settled");
    }

    @Test
    void duplicateWaitsAndServerSeesOneRequest() throws Exception {
        CountDownLatch arrived = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    arrived.countDown();
                    await(goOn);
                    return RecordingExchanges.reply("settled");
                });
        proxy.start();
        CompletableFuture<ServiceReply> first =
                CompletableFuture.supplyAsync(() -> call("k-1", "basket"));
        await(arrived);
        CompletableFuture<ServiceReply> twin =
                CompletableFuture.supplyAsync(() -> call("k-1", "basket"));
        assertThat(refusal("k-1", "other").code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
        goOn.countDown();

        assertThat(twin.get(10, TimeUnit.SECONDS))
                .usingRecursiveComparison()
                .isEqualTo(first.get(10, TimeUnit.SECONDS));
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void aTwinWaitsNoLongerThanItsDeadline() {
        proxy.start();
        proxy.replies.begin(key(), "another node's", Long.MAX_VALUE);

        Failure refusal =
                proxy.refusal(
                        new Asking("trade.settle")
                                .by(proxy.token())
                                .data("basket")
                                .key("k-1")
                                .within(100));

        assertThat(refusal.code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void aResultOfAnotherCapabilityIsKeptToo() {
        proxy.entered
                .server(ServerSamples.framed("pricing-1", "price.quote"))
                .grant("account:shop", "price.quote");
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nbasket")
                .answers("pricing-1", "12.50");
        proxy.start();
        call("k-1", "basket");

        assertThat(call("k-1", "basket").data()).asString().isEqualTo("12.50");
        assertThat(proxy.exchanges.sent()).hasSize(2);
    }

    private ServiceReply call(String key, String data) {
        return proxy.way.process(
                new Asking("trade.settle").by(proxy.token()).data(data).key(key).request());
    }

    private Failure refusal(String key, String data) {
        return proxy.refusal(new Asking("trade.settle").by(proxy.token()).data(data).key(key));
    }

    private static RequestKey key() {
        return RequestKey.of(
                Caller.of(RegistrySample.SHOP),
                "k-1",
                "trade.settle",
                "basket".getBytes(StandardCharsets.UTF_8));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            throw new IllegalStateException(stopping);
        }
    }
}
