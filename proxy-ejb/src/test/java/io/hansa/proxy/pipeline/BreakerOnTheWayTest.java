package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who fails is cut off, and that is told at once (R11). */
class BreakerOnTheWayTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.http("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
    }

    @Test
    void serverThatRefusesConnectionsIsSoonLeftOut() {
        proxy.exchanges.fails("trade-1", Kind.UNREACHABLE, false);
        proxy.start();

        Failure refusal = asked(30);

        assertThat(refusal.code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(proxy.exchanges.sent()).hasSize(5);
    }

    @Test
    void aServerThatOnlyFailsIsCutOff() {
        proxy.exchanges.answers("trade-1", request -> status(500));
        proxy.start();

        assertThat(asked(30).code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
    }

    @Test
    void badDataOfCallersOpensNoCircuit() {
        proxy.exchanges.answers("trade-1", request -> status(400));
        proxy.start();

        assertThat(asked(30).code()).isEqualTo(ErrorCode.SERVER_FAULT);
    }

    @Test
    void shortDeadlinesOfCallersOpenNoCircuit() {
        proxy.exchanges.fails("trade-1", Kind.TIMEOUT, true);
        proxy.start();

        assertThat(asked(30).code()).isEqualTo(ErrorCode.DEADLINE_EXCEEDED);
    }

    @Test
    void onesWhoseCircuitIsOpenArePassedOver() {
        proxy.entered
                .server(ServerSamples.http("trade-2", "trade.settle"))
                .breaker("server:trade-1", Mode.FORCED_OPEN);
        proxy.exchanges.answers("trade-2", "settled");
        proxy.start();

        for (int i = 0; i < 4; i++) {
            assertThat(proxy.call("trade.settle", "basket").server()).endsWith("trade-2");
        }
        assertThat(proxy.exchanges.targets()).containsOnly("trade-2");
        assertThat(proxy.breakers.of("server:trade-1").notPermitted()).isEqualTo(4);
    }

    @Test
    void peersCircuitOpensForItsOwnFaultsOnly() {
        proxy.entered.peer("shop-b", Peer.Link.INTRANET).grant("account:shop", "price.quote");
        proxy.league.offers("shop-b", "price.quote");
        String theirs = "{\"code\":\"server-unreachable\",\"effect\":\"NONE\",\"detail\":\"down\"}";
        proxy.exchanges.answers(
                "peer:shop-b",
                request ->
                        RecordingExchanges.reply(
                                502, "application/problem+json", Map.of(), theirs));
        proxy.start();
        for (int i = 0; i < 30; i++) {
            assertThat(proxy.refusal("price.quote", "basket").code())
                    .isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        }

        proxy.exchanges.fails("peer:shop-b", Kind.UNREACHABLE, false);
        for (int i = 0; i < 30; i++) {
            proxy.refusal("price.quote", "basket");
        }

        assertThat(proxy.refusal("price.quote", "basket").code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
    }

    private Failure asked(int times) {
        Failure last = null;
        for (int i = 0; i < times; i++) {
            last = proxy.refusal("trade.settle", "basket");
        }
        return last;
    }

    private static io.hansa.connector.ServerReply status(int status) {
        return RecordingExchanges.reply(status, "text/plain", Map.of(), "no");
    }
}
