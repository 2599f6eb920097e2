package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who fails is cut off, and that is told at once (R11). */
class BreakerInPipelineTest {
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
    void refusalNamesWhatAnOperatorHasSet() {
        Instant until = Instant.now().plusSeconds(600);
        Cause cause = new Cause("disk is replaced", "carol", Instant.now());
        proxy.entered.breaker(
                new BreakerSetting("server:trade-1", Mode.FORCED_OPEN, until, cause, 1));
        proxy.start();

        Failure refusal = asked(1);

        assertThat(refusal.code()).isEqualTo(ErrorCode.CIRCUIT_OPEN);
        assertThat(refusal.getMessage())
                .startsWith("No business server that has trade.settle takes work: server trade-1 ")
                .contains("FORCED_OPEN by carol until " + until.truncatedTo(ChronoUnit.SECONDS))
                .contains("(disk is replaced)")
                .doesNotContain("shortly");
        assertThat((Long) refusal.extensions().get("retryAfterSeconds")).isBetween(595L, 600L);
    }

    @Test
    void anOverrideWithoutEndPromisesNoTime() {
        proxy.entered.breaker("server:trade-1", Mode.FORCED_OPEN);
        proxy.start();

        Failure refusal = asked(1);

        assertThat(refusal.getMessage()).contains("FORCED_OPEN without an end");
        assertThat(refusal.extensions()).doesNotContainKey("retryAfterSeconds");
    }

    @Test
    void oneThatIsProbedMakesItShortly() {
        proxy.entered
                .server(ServerSamples.http("trade-2", "trade.settle"))
                .breaker("server:trade-1", Mode.FORCED_OPEN);
        proxy.exchanges.fails("trade-2", Kind.UNREACHABLE, false);
        proxy.start();

        Failure refusal = asked(30);
        assertThat(refusal.getMessage())
                .contains("server trade-1 has its circuit set FORCED_OPEN")
                .endsWith("The circuits of the others are open; they are tried again shortly.");
        assertThat((Long) refusal.extensions().get("retryAfterSeconds")).isBetween(1L, 5L);
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
