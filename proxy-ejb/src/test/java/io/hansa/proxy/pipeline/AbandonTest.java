package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.routing.Workload;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A pending request is abandoned, at any moment and from any thread. */
class AbandonTest {
    private static final Failure LEFT = Failure.of(ErrorCode.REQUEST_INVALID, "The caller left.");

    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.http("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
        proxy.start();
    }

    @Test
    void abandonedRequestIsRecordedOnceAndReleased() {
        PendingRequest pending = pending(new Asking("trade.settle").key("k-1"));
        assertThat(proxy.node.inFlight()).isEqualTo(1);

        Failure told = pending.abandon(LEFT);
        pending.close();

        assertThat(told.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.records).hasSize(1);
        assertThat(proxy.node.inFlight()).isZero();
        assertThat(catchThrowableOfType(Failure.class, pending::finish)).isSameAs(told);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void closeAfterTheReplyDoesNothing() {
        PendingRequest pending = pending(new Asking("trade.settle").key("k-1"));
        pending.finish();

        pending.close();

        assertThat(proxy.records).hasSize(1);
        assertThat(proxy.record().status()).isEqualTo(200);
    }

    @Test
    void replyToAbandonedRequestIsKept() {
        PendingRequest pending = pending(new Asking("trade.settle").key("k-1"));
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    pending.abandon(LEFT);
                    return RecordingExchanges.reply("settled");
                });

        Failure told = catchThrowableOfType(Failure.class, pending::finish);

        assertThat(told.code()).isEqualTo(LEFT.code());
        assertThat(told.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(pending(new Asking("trade.settle").key("k-1")).finish().data())
                .asString()
                .isEqualTo("settled");
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void abandonDuringAnExchangeSaysUnknown() {
        PendingRequest pending = pending(new Asking("trade.settle").key("k-1"));
        AtomicReference<Failure> told = new AtomicReference<>();
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    told.set(pending.abandon(LEFT));
                    return RecordingExchanges.reply("settled");
                });

        catchThrowableOfType(Failure.class, pending::finish);

        assertThat(told.get().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.records).hasSize(1);
    }

    @Test
    void callerThatLeavesReleasesTheExchangeUnderWay() {
        proxy.exchanges.answerLater();
        PendingRequest pending = pending(new Asking("trade.settle"));
        assertThat(workload().inFlight()).isEqualTo(1);

        pending.close();

        assertNothingIsHeld();
        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.record().status()).isEqualTo(400);
        assertThat(proxy.record().effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void deadlineThatPassedUnawaitedIsReported() {
        proxy.exchanges.answerLater();
        PendingRequest pending = pending(new Asking("trade.settle").within(1));
        await().until(() -> pending.deadlineNanos() - System.nanoTime() <= 0);

        pending.close();

        assertNothingIsHeld();
        assertThat(proxy.record().status()).isEqualTo(504);
    }

    @Test
    void abandonedRequestsDoNotOpenTheCircuit() {
        proxy.exchanges.answerLater();
        for (int i = 0; i < 30; i++) {
            pending(new Asking("trade.settle")).close();
        }

        assertNothingIsHeld();
        assertThat(proxy.breakers.of("server:trade-1").state()).isEqualTo("CLOSED");
    }

    @Test
    void closeEndsTheWaitOfTheFinishingThread() throws Exception {
        CountDownLatch sent = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        proxy.exchanges.whenClosed(closed::countDown);
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    sent.countDown();
                    await().until(() -> closed.getCount() == 0);
                    throw new ExchangeException(Kind.ABANDONED, true, "closed");
                });
        PendingRequest pending = pending(new Asking("trade.settle").key("k-1"));
        CompletableFuture<Failure> told =
                CompletableFuture.supplyAsync(
                        () -> catchThrowableOfType(Failure.class, pending::finish));
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();

        pending.close();

        assertThat(told.get(10, TimeUnit.SECONDS).effect()).isEqualTo(Effect.UNKNOWN);
        assertNothingIsHeld();
        assertThat(proxy.records).hasSize(1);
        PendingRequest repeated = pending(new Asking("trade.settle").key("k-1"));
        assertThat(catchThrowableOfType(Failure.class, repeated::finish).code())
                .isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    private Workload workload() {
        return proxy.servers.having("trade.settle", null).all().get(0).workload();
    }

    private void assertNothingIsHeld() {
        assertThat(workload().inFlight()).isZero();
        assertThat(proxy.node.inFlight()).isZero();
    }

    private PendingRequest pending(Asking asking) {
        return (PendingRequest) proxy.way.start(asking.by(proxy.token()).data("basket").request());
    }
}
