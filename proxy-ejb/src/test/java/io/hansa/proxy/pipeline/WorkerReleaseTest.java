package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thread that must not wait for long stops; another one takes the request up where it is. */
class WorkerReleaseTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void twoServers() {
        proxy.entered
                .replay("trade.settle", Replay.IDEMPOTENT)
                .server(ServerSamples.http("trade-1", "trade.settle"))
                .server(ServerSamples.http("trade-2", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled").answers("trade-2", "settled");
        proxy.start();
    }

    @Test
    void slowServerIsAskedOnceAndAwaitedElsewhere() {
        proxy.exchanges.answerLater();
        PendingRequest passage = passage(new Asking("trade.settle"));

        assertThat(passage).isInstanceOf(Progress.AwaitingReply.class);
        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.node.inFlight()).isEqualTo(1);
        assertThat(proxy.records).isEmpty();

        assertThat(passage.finish().data()).asString().isEqualTo("settled");
        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.node.inFlight()).isZero();
        assertThat(proxy.record().steps().stream().map(step -> step.step()))
                .doesNotHaveDuplicates()
                .contains("send");
    }

    @Test
    void passwordCheckHoldsNoThread() throws InterruptedException {
        proxy.entered.password("shop", "shop-demo");
        proxy.start();
        CountDownLatch checked = new CountDownLatch(1);
        Progress.AwaitingSignIn passage =
                byPassword(new Asking("trade.settle").by(basic("shop", "shop-demo")));

        passage.onChecked(checked::countDown);
        assertThat(checked.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(passage.finish().data()).asString().isEqualTo("settled");
        assertThat(proxy.record().steps().stream().map(step -> step.step()))
                .doesNotHaveDuplicates()
                .contains("authenticate");
    }

    @Test
    void wrongPasswordIsRefusedAfterItsCheck() throws InterruptedException {
        CountDownLatch checked = new CountDownLatch(1);
        Progress.AwaitingSignIn passage =
                byPassword(new Asking("trade.settle").by(basic("shop", "wrong")));

        passage.onChecked(checked::countDown);
        assertThat(checked.await(30, TimeUnit.SECONDS)).isTrue();

        Failure failure = catchThrowableOfType(Failure.class, passage::resume);
        assertThat(failure.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
        assertThat(proxy.record().status()).isEqualTo(401);
    }

    private Progress.AwaitingSignIn byPassword(Asking asking) {
        return (Progress.AwaitingSignIn) proxy.way.start(asking.data("basket").request());
    }

    private static String basic(String account, String password) {
        byte[] both = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Test
    void failureAfterTheWaitGoesToNextServer() {
        proxy.exchanges.fails("trade-1", Kind.UNREACHABLE, true);
        proxy.exchanges.fails("trade-2", Kind.UNREACHABLE, true);
        proxy.exchanges.answerLater();
        PendingRequest passage = passage(new Asking("trade.settle"));

        Failure failure = catchThrowableOfType(Failure.class, passage::finish);

        assertThat(failure.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.targets()).containsExactlyInAnyOrder("trade-1", "trade-2");
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void idempotencyLookupLeavesTheWorker() {
        proxy.exchanges.answerLater();
        PendingRequest passage = passage(new Asking("trade.settle").key("k-1"));

        assertThat(passage).isInstanceOf(Progress.AwaitingReply.class);
        assertThat(proxy.exchanges.sent()).isEmpty();
        assertThat(passage.finish().data()).asString().isEqualTo("settled");
    }

    @Test
    void beforeASecondCapabilityIsAskedItStops() {
        Map<String, String> asksForMore = Map.of("hansa-assist", "trade.settle");
        for (String server : List.of("trade-1", "trade-2")) {
            proxy.exchanges.answers(
                    server,
                    request -> RecordingExchanges.reply(200, "text/plain", asksForMore, "more"));
        }
        proxy.exchanges.answerAtOnce();
        PendingRequest passage = passage(new Asking("trade.settle"));

        assertThat(passage).isInstanceOf(Progress.AwaitingReply.class);
        assertThat(proxy.exchanges.sent()).hasSize(1);
        Failure loop = catchThrowableOfType(Failure.class, passage::finish);

        assertThat(loop.code()).isNotEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void immediateReplyNeedsNoWait() {
        proxy.exchanges.answerAtOnce();

        Progress progress = start(new Asking("trade.settle"));

        assertThat(((Progress.Completed) progress).reply().data()).asString().isEqualTo("settled");
    }

    private PendingRequest passage(Asking asking) {
        return (PendingRequest) start(asking);
    }

    private Progress start(Asking asking) {
        return proxy.way.start(asking.by(proxy.token()).data("basket").request());
    }
}
