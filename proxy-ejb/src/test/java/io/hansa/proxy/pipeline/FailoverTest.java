package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Another server is tried only where the one before surely did nothing, and none is tried twice
 * (R8, R14).
 */
class FailoverTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void threeServers() {
        for (String id : List.of("trade-1", "trade-2", "trade-3")) {
            proxy.entered.server(ServerSamples.framed(id, "trade.settle"));
            proxy.exchanges.fails(id, Kind.UNREACHABLE, false);
        }
        proxy.entered.grant("account:shop", "trade.settle");
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"UNREACHABLE", "OVERLOADED"})
    void whatWasNotSentGoesToTheNext(Kind kind) {
        proxy.exchanges
                .fails("trade-1", kind, false)
                .fails("trade-2", kind, false)
                .answers("trade-3", "settled");
        proxy.start();

        assertThat(proxy.call("trade.settle", "basket").server()).isEqualTo("shop-a/trade-3");
        assertThat(proxy.exchanges.targets()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void requestThatMayHaveActedIsNotRepeated(Kind kind) {
        for (String id : List.of("trade-1", "trade-2", "trade-3")) {
            proxy.exchanges.fails(id, kind, true);
        }
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"REQUEST_TOO_LARGE", "UNMAPPABLE", "TIMEOUT"})
    void whatIsTheDatasFaultOrTooLateIsNotTriedElsewhere(Kind kind) {
        for (String id : List.of("trade-1", "trade-2", "trade-3")) {
            proxy.exchanges.fails(id, kind, false);
        }
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void whenAllFailTheLastReasonIsReported() {
        proxy.start();

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.exchanges.targets())
                .containsExactlyInAnyOrder("trade-1", "trade-2", "trade-3");
    }

    @Test
    void aPeerIsTriedAfterTheOwnServers() {
        proxy.entered.peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", "trade.settle");
        proxy.exchanges.answers("peer:shop-b", "settled");
        proxy.start();

        assertThat(proxy.call("trade.settle", "basket").path()).containsExactly("shop-a", "shop-b");
        assertThat(proxy.exchanges.targets()).hasSize(4).endsWith("peer:shop-b");
    }

    @Test
    void serverFaultIsAnswerWithoutRetry() {
        for (String id : List.of("trade-1", "trade-2", "trade-3")) {
            proxy.exchanges.answers(
                    id, request -> RecordingExchanges.reply(503, "text/plain", Map.of(), "later"));
        }
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").code())
                .isEqualTo(ErrorCode.SERVER_FAULT);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void nothingIsSentWhenEveryServerIsFull() {
        for (String id : List.of("trade-1", "trade-2", "trade-3")) {
            proxy.entered.server(
                    ServerSamples.withThreshold(ServerSamples.framed(id, "trade.settle"), 0));
        }
        proxy.start();

        Failure refusal = proxy.refusal("trade.settle", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    @Test
    void aServerAboveItsThresholdIsPassedOver() {
        proxy.entered
                .server(
                        ServerSamples.withThreshold(
                                ServerSamples.framed("trade-1", "trade.settle"), 0))
                .server(
                        ServerSamples.withThreshold(
                                ServerSamples.framed("trade-3", "trade.settle"), 0));
        proxy.exchanges.answers("trade-2", "settled");
        proxy.start();
        for (int i = 0; i < 3; i++) {
            proxy.call("trade.settle", "basket");
        }

        assertThat(proxy.exchanges.targets()).hasSize(3).containsOnly("trade-2");
    }

    @Test
    void failedSecondServerKeepsTheFirstEffect() {
        proxy.entered
                .server(ServerSamples.framed("order-1", "order.take"))
                .grant("account:shop", "order.take");
        proxy.exchanges.answers("order-1", "HANSA-ASSIST trade.settle\nbasket");
        proxy.start();

        Failure refusal = proxy.refusal("order.take", "order");

        assertThat(refusal.code()).isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.targets()).hasSize(4).startsWith("order-1");
    }
}
