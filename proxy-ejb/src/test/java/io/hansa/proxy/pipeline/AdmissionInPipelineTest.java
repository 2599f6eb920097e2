package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What this node does not take on, and that it gives back what it took (R13, R14). */
class AdmissionInPipelineTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
    }

    @Test
    void longestBodyIsAcceptedOneByteMoreRefused() {
        proxy.start();

        proxy.call("trade.settle", "x".repeat(1000));
        Failure refusal = proxy.refusal("trade.settle", "x".repeat(1001));

        assertRefused(refusal, ErrorCode.BODY_TOO_LARGE);
        assertThat(refusal)
                .hasMessage(
                        "The body is longer than 1000 bytes, the most that is taken here; send a shorter one.");
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void incompleteBodyIsNotSent() {
        proxy.start();

        Failure refusal =
                proxy.refusal(
                        new Asking("trade.settle")
                                .by(proxy.token())
                                .body(
                                        max -> {
                                            throw new IOException("The caller went away.");
                                        }));

        assertRefused(refusal, ErrorCode.REQUEST_INVALID);
        assertThat(refusal).hasMessage("The body did not arrive whole.");
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void requestOverRateIsRefusedWithRetryAfter() {
        proxy.entered.capability("trade.settle", 2000, new RateLimit(1, 60_000));
        proxy.start();
        proxy.call("trade.settle", "basket");

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertRefused(refusal, ErrorCode.RATE_LIMITED);
        assertThat((Long) refusal.extensions().get("retryAfterSeconds")).isBetween(1L, 60L);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void forbiddenCallerUsesNoRate() {
        proxy.entered
                .capability("price.quote", 2000, new RateLimit(1, 60_000))
                .server(ServerSamples.framed("pricing-1", "price.quote"));
        proxy.exchanges.answers("pricing-1", "12.50");
        proxy.start();
        for (int i = 0; i < 5; i++) {
            assertThat(proxy.refusal("price.quote", "").code())
                    .isEqualTo(ErrorCode.PERMISSION_DENIED);
        }
        proxy.entered.grant("account:shop", "price.quote");
        proxy.start();

        proxy.call("price.quote", "basket");
    }

    @Test
    void fullNodeRefusesBeforeReading() {
        proxy.start();
        for (int i = 0; i < 5; i++) {
            proxy.node.enter(Priority.NORMAL);
        }

        Failure refusal =
                proxy.refusal(
                        new Asking("trade.settle")
                                .by(proxy.token())
                                .body(
                                        max -> {
                                            throw new IllegalStateException("It was read.");
                                        }));

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.node.inFlight()).isEqualTo(5);
    }

    @Test
    void aStoppingNodeTakesNothingNew() {
        proxy.start();
        proxy.node.drain();

        assertRefused(proxy.refusal("trade.settle", "basket"), ErrorCode.DRAINING);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void requestInFlightCompletesOnADrainingNode() {
        proxy.entered
                .server(ServerSamples.framed("pricing-1", "price.quote"))
                .grant("account:shop", "price.quote");
        proxy.exchanges
                .answers(
                        "trade-1",
                        request -> {
                            assertThat(proxy.node.inFlight()).isEqualTo(1);
                            proxy.node.drain();
                            return RecordingExchanges.reply("HANSA-ASSIST price.quote\nbasket");
                        })
                .answers(
                        "pricing-1",
                        request -> {
                            assertThat(proxy.node.inFlight()).isEqualTo(1);
                            return RecordingExchanges.reply("12.50");
                        });
        proxy.start();

        assertThat(proxy.call("trade.settle", "basket").data()).asString().isEqualTo("12.50");
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void placeIsReturnedOnEveryOutcome() {
        proxy.start();
        for (int i = 0; i < 6; i++) {
            proxy.call("trade.settle", "basket");
        }
        proxy.exchanges.fails("trade-1", Kind.PROTOCOL_ERROR, true);
        for (int i = 0; i < 4; i++) {
            assertThat(proxy.refusal("trade.settle", "basket").code())
                    .isEqualTo(ErrorCode.SERVER_PROTOCOL_ERROR);
        }
        proxy.exchanges.answers(
                "trade-1",
                request -> {
                    throw new IllegalStateException("defect");
                });
        for (int i = 0; i < 6; i++) {
            assertThat(proxy.refusal("trade.settle", "basket").code())
                    .isEqualTo(ErrorCode.INTERNAL_ERROR);
        }

        assertThat(proxy.node.inFlight()).isZero();
    }

    private void assertRefused(Failure refusal, ErrorCode code) {
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.node.inFlight()).isZero();
    }
}
