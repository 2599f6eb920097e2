package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
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
    void replyToAnAbandonedRequestIsKeptForItsKey() {
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

    private PendingRequest pending(Asking asking) {
        return (PendingRequest) proxy.way.start(asking.by(proxy.token()).data("basket").request());
    }
}
