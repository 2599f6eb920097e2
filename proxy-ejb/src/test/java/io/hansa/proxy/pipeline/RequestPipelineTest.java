package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ServerReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds for every request, however it ends. */
class RequestPipelineTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
        proxy.start();
    }

    @Test
    void defectIsInternalErrorWithUnknownEffect() {
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    throw new IllegalStateException("secret of the inside");
                });

        assertInternal(proxy.refusal("trade.settle", "basket"));
    }

    @Test
    void thrownErrorIsReportedAndRecorded() {
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    throw new StackOverflowError();
                });

        assertInternal(proxy.refusal("trade.settle", "basket"));
    }

    @Test
    void unauthenticatedRefusalIsRecordedWithoutAName() {
        Failure refusal = proxy.refusal(new Asking("trade.settle").by("Bearer forged"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
        assertThat(proxy.record().status()).isEqualTo(401);
        assertThat(proxy.record().caller()).isNull();
        assertThat(proxy.record().steps()).singleElement();
    }

    @Test
    void everyRequestIsRecordedOnceUnderItsTrace() {
        TraceContext trace = TraceContext.continuing(null);
        proxy.way.process(
                new Asking("trade.settle").by(proxy.token()).data("basket").trace(trace).request());

        assertThat(proxy.records).singleElement();
        assertThat(proxy.record().context()).isSameAs(trace);
        assertThat(proxy.record().caller()).isEqualTo("account:shop");
        assertThat(proxy.record().capability()).isEqualTo("trade.settle");
        assertThat(proxy.record().server()).isEqualTo("shop-a/trade-1");
        assertThat(proxy.record().requestBytes()).isEqualTo(6);
        assertThat(proxy.record().replyBytes()).isEqualTo(7);
        assertThat(proxy.record().status()).isEqualTo(200);
        assertThat(proxy.record().code()).isNull();
    }

    @Test
    void requestKeepsTheSnapshotOfItsStart() {
        proxy.entered.server(ServerSamples.framed("pricing-1", "price.quote"));
        proxy.start();
        proxy.exchanges
                .answers(
                        "trade-1",
                        request -> {
                            proxy.entered.grant("account:shop", "price.quote");
                            proxy.start();
                            return RecordingExchanges.reply("HANSA-ASSIST price.quote\nbasket");
                        })
                .answers("pricing-1", "12.50");

        assertThat(proxy.refusal("trade.settle", "basket").code())
                .isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(proxy.call("trade.settle", "basket").server()).isEqualTo("shop-a/pricing-1");
    }

    @Test
    void concurrentRequestsDoNotInterfere() throws InterruptedException {
        proxy.exchanges.answers(
                "trade-1", request -> new ServerReply(200, null, Map.of(), request.payload()));
        String token = proxy.token();
        CountDownLatch right = new CountDownLatch(400);
        ExecutorService callers = Executors.newFixedThreadPool(4);
        IntStream.range(0, 400)
                .forEach(
                        i ->
                                callers.execute(
                                        () -> {
                                            String data = "basket " + i;
                                            ServiceReply reply =
                                                    proxy.way.process(
                                                            new Asking("trade.settle")
                                                                    .by(token)
                                                                    .data(data)
                                                                    .request());
                                            if (new String(reply.data(), StandardCharsets.UTF_8)
                                                    .equals(data)) {
                                                right.countDown();
                                            }
                                        }));
        callers.shutdown();

        assertThat(right.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(proxy.node.inFlight()).isZero();
    }

    private void assertInternal(Failure refusal) {
        assertThat(refusal.code()).isEqualTo(ErrorCode.INTERNAL_ERROR);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(refusal).hasMessage("The proxy failed; its log says why under this trace id.");
        assertThat(proxy.record().status()).isEqualTo(500);
        assertThat(proxy.node.inFlight()).isZero();
    }
}
