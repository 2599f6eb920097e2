package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be sent twice is sent again, within bounds (R14). */
class RetryTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @ParameterizedTest
    @EnumSource(
            value = Replay.class,
            names = {"SAFE", "IDEMPOTENT"})
    void whatMayRunTwiceGoesToAnotherServer(Replay replay) {
        servers(replay, 2);
        proxy.exchanges.fails("trade-1", Kind.TIMEOUT, true).answers("trade-2", "settled");
        proxy.start();

        for (int i = 0; i < 4; i++) {
            assertThat(proxy.call("trade.settle", "basket").server()).endsWith("trade-2");
        }
    }

    @Test
    void onceRequestIsNotRetried() {
        servers(Replay.ONCE, 2);
        proxy.exchanges
                .fails("trade-1", Kind.TIMEOUT, true)
                .fails("trade-2", Kind.UNREACHABLE, true);
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void eachServerIsAskedOnceUpToMaximum() {
        servers(Replay.SAFE, 6);
        for (int i = 1; i <= 6; i++) {
            proxy.exchanges.fails("trade-" + i, Kind.UNREACHABLE, true);
        }
        proxy.start();

        proxy.refusal("trade.settle", "basket");

        assertThat(proxy.exchanges.targets()).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void refusalOfTheSecondKeepsTheFirstEffect() {
        servers(Replay.SAFE, 2);
        proxy.exchanges
                .fails("trade-1", Kind.UNREACHABLE, true)
                .fails("trade-2", Kind.UNREACHABLE, true);
        proxy.start();
        proxy.refusal("trade.settle", "basket");
        proxy.exchanges
                .fails("trade-1", Kind.UNREACHABLE, false)
                .fails("trade-2", Kind.UNREACHABLE, true);

        assertThat(proxy.refusal("trade.settle", "basket").effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(proxy.refusal("trade.settle", "basket").effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void firstFailureIsTheAnswerWithoutBudget() {
        servers(Replay.SAFE, 2);
        for (String server : List.of("trade-1", "trade-2")) {
            proxy.exchanges.answers(
                    server,
                    request -> {
                        int spent = 0;
                        while (proxy.retries.spend()) {
                            spent++;
                        }
                        throw new ExchangeException(Kind.UNREACHABLE, true, "after " + spent);
                    });
        }
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").code())
                .isEqualTo(ErrorCode.SERVER_UNREACHABLE);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void peersRetriesCountInTheBudget() {
        proxy.entered
                .peer("shop-b", Peer.Link.INTRANET)
                .peer("shop-c", Peer.Link.INTRANET)
                .grant("account:shop", "price.quote");
        proxy.league.offers("shop-b", "price.quote").offers("shop-c", "price.quote");
        String spent =
                "{\"code\":\"overloaded\",\"effect\":\"NONE\",\"detail\":\"x\",\"retriesLeft\":0}";
        for (String peer : new String[] {"peer:shop-b", "peer:shop-c"}) {
            proxy.exchanges.answers(
                    peer,
                    request ->
                            RecordingExchanges.reply(
                                    503, "application/problem+json", Map.of(), spent));
        }
        proxy.start();

        proxy.refusal("price.quote", "basket");

        assertThat(proxy.exchanges.sent()).hasSize(1);
        assertThat(proxy.exchanges.sent().get(0).request().headers())
                .containsEntry("Hansa-Retries", "3");
    }

    private void servers(Replay replay, int many) {
        for (int i = 1; i <= many; i++) {
            proxy.entered.server(ServerSamples.http("trade-" + i, "trade.settle"));
        }
        proxy.entered.replay("trade.settle", replay).grant("account:shop", "trade.settle");
    }
}
