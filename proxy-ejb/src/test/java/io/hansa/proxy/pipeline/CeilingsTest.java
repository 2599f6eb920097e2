package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Fallback;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Above a ceiling the answer is immediate and nothing behind it is touched; what may be answered in
 * its place is.
 */
class CeilingsTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void server() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .grant("account:shop", "trade.settle")
                .grant("peer:shop-b", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled");
    }

    @Test
    void anAccountHasItsOwnCeiling() {
        proxy.entered.limit("shop", new RateLimit(2, 60_000));
        proxy.start();
        proxy.call("trade.settle", "basket");
        proxy.call("trade.settle", "basket");

        assertThat(proxy.refusal("trade.settle", "basket"))
                .matches(f -> f.code() == ErrorCode.RATE_LIMITED)
                .hasMessageStartingWith("shop may take 2 requests in 60000 ms");
        assertThat(proxy.exchanges.sent()).hasSize(2);
        assertThat(proxy.node.inFlight()).isZero();
    }

    @Test
    void peerHasOneCeilingForAllItsCallers() {
        proxy.entered.limitPeer("shop-b", Peer.Link.INTRANET, new RateLimit(1, 60_000));
        proxy.start();
        proxy.way.process(ofThePeer("shop").request());

        assertThat(proxy.refusal(ofThePeer("other")).code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    @Test
    void fallbackIsTheAnswerWhileNoTargetCan() {
        describe(new Fallback("application/json", "{\"price\":\"on request\"}"));
        proxy.exchanges.fails("trade-1", Kind.UNREACHABLE, false);
        proxy.start();

        ServiceReply reply = proxy.call("trade.settle", "basket");

        assertThat(reply.data()).asString().isEqualTo("{\"price\":\"on request\"}");
        assertThat(reply.contentType()).isEqualTo("application/json");
        assertThat(reply.server()).isEqualTo("shop-a/fallback");
        assertThat(proxy.record().status()).isEqualTo(200);
    }

    @Test
    void bulkLeavesRoomForMoreImportantWork() {
        proxy.entered
                .server(ServerSamples.framed("both-1", "core.work", "bulk.work"))
                .server(ServerSamples.framed("bulk-1", "bulk.alone"))
                .describe(capability("core.work", Priority.CORE, null))
                .describe(capability("bulk.work", Priority.BULK, null))
                .describe(capability("bulk.alone", Priority.BULK, null));
        for (String capability : List.of("core.work", "bulk.work", "bulk.alone")) {
            proxy.entered.grant("account:shop", capability);
        }
        proxy.start();
        proxy.exchanges.answers("both-1", "done");
        for (int i = 0; i < 6; i++) {
            proxy.busy("core.work");
            proxy.busy("bulk.alone");
        }
        proxy.exchanges.answers("bulk-1", "done");

        assertThat(proxy.refusal("bulk.work", "x").code()).isEqualTo(ErrorCode.SHED);
        assertThat(proxy.call("core.work", "x").server()).isEqualTo("shop-a/both-1");
        assertThat(proxy.call("bulk.alone", "x").server()).isEqualTo("shop-a/bulk-1");
    }

    @Test
    void theFallbackHidesNothingThatMayHaveHappened() {
        describe(new Fallback("text/plain", "later"));
        proxy.exchanges.fails("trade-1", Kind.UNREACHABLE, true);
        proxy.start();

        assertThat(proxy.refusal("trade.settle", "basket").code())
                .isEqualTo(ErrorCode.SERVER_UNREACHABLE);
    }

    @Test
    void theFallbackIsNotForThoseWithoutPermission() {
        describe(new Fallback("text/plain", "later"));
        proxy.start();
        Asking asking = new Asking("trade.settle").by(proxy.peerToken("shop-c", "shop"));

        assertThat(proxy.refusal(asking)).isNotNull();
    }

    private Asking ofThePeer(String account) {
        return new Asking("trade.settle")
                .by(proxy.peerToken("shop-b", account))
                .visited("shop-b/order.take");
    }

    private void describe(Fallback fallback) {
        proxy.entered.describe(capability("trade.settle", Priority.NORMAL, fallback));
    }

    private static Capability capability(String name, Priority priority, Fallback fallback) {
        return new Capability(
                name, "", priority, Replay.ONCE, 2000, Balancing.ROUND_ROBIN, null, fallback, 1);
    }
}
