package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.token.Keyring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a caller hears when the second request fails at, or on the way to, a peer. */
class PeerFailureTest {
    private final Keyring keys = new Keyring();
    private final ProxyInMemory a = new ProxyInMemory("shop-a", ProxyInMemory.LIMITS, keys);
    private final ProxyInMemory b = new ProxyInMemory("shop-b", ProxyInMemory.LIMITS, keys);

    @BeforeEach
    void twoProxies() {
        a.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .peer("shop-b", Peer.Link.INTRANET)
                .grant("account:shop", "trade.settle")
                .grant("account:shop", "price.quote");
        b.entered
                .server(ServerSamples.framed("pricing-1", "price.quote"))
                .peer("shop-a", Peer.Link.INTRANET);
        a.league.offers("shop-b", "price.quote");
        a.exchanges.answers("trade-1", "HANSA-ASSIST price.quote\nbasket");
        b.exchanges.answers("pricing-1", "12.50");
        Wire.connect(a, b);
    }

    @Test
    void peersRefusalIsReportedWithItsReason() {
        start();

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(refusal.extensions().get("reason").toString())
                .isEqualTo(
                        "\"No permission for price.quote is held by peer:shop-a, peer:shop-a/shop, account:shop, group:retail.\"");
        assertThat(b.exchanges.sent()).isEmpty();
    }

    @Test
    void refusalAfterAssistanceHasAnUnknownEffect() {
        start();

        Failure refusal = a.refusal("trade.settle", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void retryAfterPassesAcrossProxies() {
        b.entered
                .grant("peer:shop-a", "price.quote")
                .capability("price.quote", 2000, new RateLimit(1, 60_000));
        start();
        a.call("price.quote", "basket");

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat(refusal.extensions()).containsKey("retryAfterSeconds");
    }

    @Test
    void serverFaultBehindThePeerIsReported() {
        b.entered.grant("peer:shop-a", "price.quote");
        b.exchanges.fails("pricing-1", Kind.PROTOCOL_ERROR, true);
        start();

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.SERVER_PROTOCOL_ERROR);
        assertThat(refusal.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void peerThatRefusesThisProxyIsUnreachable() {
        b.start();
        b.registries().replace(new RegistrySample().registry());
        a.start();

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    @Test
    void unreachablePeerIsReplacedByAnother() {
        a.entered.peer("shop-c", Peer.Link.INTRANET);
        a.league.offers("shop-c", "price.quote");
        a.exchanges.fails("peer:shop-b", Kind.UNREACHABLE, false).answers("peer:shop-c", "12.50");
        start();
        for (int i = 0; i < 10; i++) {
            assertThat(a.call("price.quote", "basket").path()).containsExactly("shop-a", "shop-c");
        }
    }

    @Test
    void aPeerThatFellSilentIsUnreachable() {
        start();
        a.league.silent("shop-b");
        a.peers.refresh();

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.PEER_UNREACHABLE);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
        assertThat(a.exchanges.sent()).isEmpty();
    }

    @Test
    void busyOrServerlessPeerIsOverloaded() {
        a.league.tells("shop-b", 0.8, true, "price.quote");
        start();
        assertThat(a.refusal("price.quote", "basket").code()).isEqualTo(ErrorCode.OVERLOADED);

        a.league.tells("shop-b", 0.1, false, "price.quote");
        a.peers.refresh();
        assertThat(a.refusal("price.quote", "basket").code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(a.exchanges.sent()).isEmpty();
    }

    @Test
    void drainingPeerIsReplacedWithoutEffect() {
        b.entered.grant("peer:shop-a", "price.quote");
        start();
        b.node.drain();

        Failure refusal = a.refusal("price.quote", "basket");

        assertThat(refusal.code()).isEqualTo(ErrorCode.DRAINING);
        assertThat(refusal.effect()).isEqualTo(Effect.NONE);
    }

    private void start() {
        a.start();
        b.start();
    }
}
