package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.ServerSamples;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data that is still on its way is waited for without a place on the node. */
class ReceiveTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");
    private byte[] arrived;

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
        proxy.start();
    }

    @Test
    void incompleteRequestHasNoPlaceAndNoRecord() {
        Progress.AwaitingBody passage = passage();

        assertThat(proxy.node.inFlight()).isZero();
        assertThat(proxy.records).isEmpty();
        assertThat(passage.deadlineNanos() - System.nanoTime()).isPositive();
    }

    @Test
    void wholeRequestContinuesAtItsStep() {
        Progress.AwaitingBody passage = passage();
        arrived = "basket".getBytes(StandardCharsets.UTF_8);

        assertThat(passage.finish().data()).asString().isEqualTo("settled");
        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.node.inFlight()).isZero();
        assertThat(proxy.record().steps().stream().map(step -> step.step()))
                .startsWith("authenticate", "permit", "admit", "receive", "recall")
                .doesNotHaveDuplicates();
    }

    @Test
    void abandonedRequestIsRecordedAndNeverSent() {
        Progress.AwaitingBody passage = passage();

        Failure told = passage.abandon(Body.broken(null));

        assertThat(told.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(told.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.record().code()).isEqualTo("request-invalid");
        assertThat(proxy.exchanges.sent()).isEmpty();
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void fullNodeRefusesARequestThatIsWhole() {
        Progress.AwaitingBody passage = passage();
        arrived = new byte[0];
        for (int i = 0; i < 5; i++) {
            proxy.node.enter(Priority.NORMAL);
        }

        Failure refusal = catchThrowableOfType(Failure.class, passage::resume);

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.node.inFlight()).isEqualTo(5);
    }

    private Progress.AwaitingBody passage() {
        return (Progress.AwaitingBody)
                proxy.way.start(
                        new Asking("trade.settle")
                                .by(proxy.token())
                                .body(max -> arrived)
                                .request());
    }
}
