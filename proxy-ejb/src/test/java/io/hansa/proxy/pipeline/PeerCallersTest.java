package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Certificates;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What peers may do, and the accounts that they speak for. */
class PeerCallersTest {
    private static final X509Certificate TICKETS = Certificates.of("CN=tickets");
    private final ProxyInMemory proxy = new ProxyInMemory("shop-b");

    @BeforeEach
    void serverAndPeers() {
        proxy.entered
                .server(ServerSamples.framed("pricing-1", "price.quote"))
                .peer("shop-a", Peer.Link.INTRANET)
                .peer("tickets", Peer.Link.EXTRANET);
        proxy.exchanges.answers("pricing-1", "12.50");
    }

    @Test
    void peerWithOwnGrantMayCallForAnyone() {
        proxy.entered.grant("peer:tickets", "price.quote");
        proxy.start();

        ServiceReply reply = proxy.way.process(fromTickets("whoever").request());

        assertThat(reply.path()).containsExactly("tickets", "shop-b");
        assertThat(proxy.record().caller()).isEqualTo("peer:tickets/whoever");
    }

    @Test
    void intranetAccountIsTheSameOnBothProxies() {
        proxy.entered.grant("account:shop", "price.quote");
        proxy.start();

        assertThat(proxy.way.process(fromShopA("shop").request()).server())
                .isEqualTo("shop-b/pricing-1");
    }

    @Test
    void onTheIntranetAnAccountsGroupsCountToo() {
        proxy.entered.grant("group:retail", "price.quote");
        proxy.start();

        assertThat(proxy.way.process(fromShopA("shop").request()).server())
                .isEqualTo("shop-b/pricing-1");
    }

    @Test
    void sameNameOnTheExtranetIsAnotherAccount() {
        proxy.entered.grant("account:shop", "price.quote").grant("group:retail", "price.quote");
        proxy.start();

        assertDenied(fromTickets("shop"));
    }

    @Test
    void unknownOrDisabledAccountHasNoGrantHere() {
        proxy.entered.grant("account:shop", "price.quote").grant("account:other", "price.quote");
        proxy.entered.disable("shop");
        proxy.start();

        assertDenied(fromShopA("shop"));
        assertDenied(fromShopA("other"));
    }

    @Test
    void grantOfOnePeerIsNotAnothersGrant() {
        proxy.entered.grant("peer:shop-a", "price.quote");
        proxy.start();

        assertDenied(fromTickets("shop"));
    }

    @Test
    void aWayThatCannotBeReadIsRefused() {
        proxy.entered.grant("peer:shop-a", "price.quote");
        proxy.start();

        Failure refusal = proxy.refusal(fromShopA("shop").visited("shop-a"));

        assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(proxy.record().status()).isEqualTo(400);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }

    private Asking fromShopA(String account) {
        return new Asking("price.quote")
                .by(proxy.peerToken("shop-a", account))
                .visited("shop-a/trade.settle");
    }

    private Asking fromTickets(String account) {
        return new Asking("price.quote")
                .by(proxy.peerToken("tickets", TICKETS, account))
                .over(IngressPoint.extranet(TICKETS))
                .visited("tickets/ticket.issue");
    }

    private void assertDenied(Asking asking) {
        assertThat(proxy.refusal(asking).code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(proxy.exchanges.sent()).isEmpty();
    }
}
