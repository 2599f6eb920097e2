package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.connector.ServerRequest;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.tracing.Timeline;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests that come out well, with and without the help of another capability (R1, R3). */
class SettlementTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    SettlementTest() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle");
    }

    @Test
    void withoutAssistanceTheServersAnswerIsTheResult() {
        proxy.exchanges.answers("trade-1", "settled");
        proxy.start();

        ServiceReply reply = proxy.call("trade.settle", "basket");

        assertThat(reply.data()).asString().isEqualTo("settled");
        assertThat(reply.contentType()).isEqualTo("text/plain");
        assertThat(reply.path()).containsExactly("shop-a");
        assertThat(reply.server()).isEqualTo("shop-a/trade-1");
        assertThat(proxy.exchanges.sent()).singleElement().matches(s -> s.text().equals("basket"));
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void assistanceOfTheSameProxyIsTheResult() {
        proxy.entered
                .server(ServerSamples.http("pricing-1", "price.quote"))
                .grant("account:shop", "price.quote");
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nprocessed")
                .answers("pricing-1", "12.50");
        proxy.start();

        ServiceReply reply = proxy.call("trade.settle", "basket");

        assertThat(reply.data()).asString().isEqualTo("12.50");
        assertThat(reply.path()).containsExactly("shop-a");
        assertThat(reply.server()).isEqualTo("shop-a/pricing-1");
        assertThat(proxy.exchanges.targets()).containsExactly("trade-1", "pricing-1");
        assertThat(proxy.exchanges.sent().get(1).text()).isEqualTo("processed");
    }

    @Test
    void httpServerAsksByHeaderWithItsType() {
        proxy.entered
                .server(ServerSamples.http("trade-1", "trade.settle"))
                .server(ServerSamples.http("pricing-1", "price.quote"))
                .grant("account:shop", "price.quote");
        proxy.exchanges
                .answers(
                        "trade-1",
                        request ->
                                RecordingExchanges.reply(
                                        200,
                                        "application/json",
                                        Map.of("hansa-assist", "price.quote"),
                                        "{}"))
                .answers("pricing-1", "12.50");
        proxy.start();

        assertThat(proxy.call("trade.settle", "basket").data()).asString().isEqualTo("12.50");
        ServerRequest second = proxy.exchanges.sent().get(1).request();
        assertThat(second.contentType()).isEqualTo("application/json");
        assertThat(second.deadlineNanos())
                .isEqualTo(proxy.exchanges.sent().get(0).request().deadlineNanos());
    }

    @Test
    void assistanceOfAPeerIsTheResult() {
        proxy.entered.peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", "price.quote");
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nprocessed")
                .answers(
                        "peer:shop-b",
                        request ->
                                RecordingExchanges.reply(
                                        200,
                                        "text/csv",
                                        Map.of(
                                                "hansa-path", "shop-a,shop-b",
                                                "hansa-server", "shop-b/pricing-1"),
                                        "12.50"));
        proxy.start();

        ServiceReply reply = proxy.call("trade.settle", "basket");

        assertThat(reply.data()).asString().isEqualTo("12.50");
        assertThat(reply.contentType()).isEqualTo("text/csv");
        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
        assertThat(reply.server()).isEqualTo("shop-b/pricing-1");
        assertThat(proxy.exchanges.sent().get(1).request().headers())
                .containsEntry("Hansa-Visited", "shop-a/trade.settle");
    }

    @Test
    void capabilityOfAPeerIsForwarded() {
        proxy.entered.peer("shop-b", Peer.Link.INTRANET).grant("account:shop", "price.quote");
        proxy.league.offers("shop-b", "price.quote");
        proxy.exchanges.answers("peer:shop-b", "12.50");
        proxy.start();

        ServiceReply reply = proxy.call("price.quote", "basket");

        assertThat(reply.path()).containsExactly("shop-a", "shop-b");
        assertThat(proxy.exchanges.targets()).containsExactly("peer:shop-b");
    }

    @Test
    void everyStepIsInTheTraceWithDepth() {
        proxy.entered
                .server(ServerSamples.http("pricing-1", "price.quote"))
                .grant("account:shop", "price.quote");
        proxy.exchanges
                .answers("trade-1", "HANSA-ASSIST price.quote\nprocessed")
                .answers("pricing-1", "12.50");
        proxy.start();

        proxy.call("trade.settle", "basket");

        assertThat(proxy.record().steps())
                .extracting(e -> e.depth() + " " + e.step())
                .containsExactly(
                        "0 authenticate",
                        "0 permit",
                        "0 admit",
                        "0 receive",
                        "0 recall",
                        "0 route",
                        "0 send",
                        "0 follow assistance",
                        "1 permit",
                        "1 admit",
                        "1 route",
                        "1 send",
                        "1 follow assistance");
        assertThat(proxy.record().steps())
                .filteredOn(e -> e.step().equals("send"))
                .extracting(Timeline.Entry::note)
                .containsExactly("server trade-1", "server pricing-1");
    }
}
