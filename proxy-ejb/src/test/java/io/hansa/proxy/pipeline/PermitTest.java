package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.assistance.Assistance;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.routing.Visits;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PermitTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");
    private final Permit permit = new Permit("shop-a", proxy.route, proxy.access);

    @BeforeEach
    void serverAndPeer() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .peer("shop-b", Peer.Link.INTRANET)
                .capability("trade.settle", 1234, null);
        proxy.league.offers("shop-b", "price.quote", "trade.settle");
    }

    @Test
    void aGrantForAnyServerNarrowsNothing() {
        proxy.entered.grant("account:shop", "trade.settle");
        RequestContext call = permitted();

        assertThat(call.allowedServers).isNull();
        assertThat(call.local).isTrue();
        assertThat(call.description.timeoutMillis()).isEqualTo(1234);
    }

    @Test
    void grantsForServersAddUp() {
        proxy.entered
                .server(ServerSamples.framed("trade-2", "trade.settle"))
                .grant("account:shop", "trade.settle", "trade-1")
                .grant("group:retail", "trade.settle", "trade-2");

        assertThat(permitted().allowedServers).containsExactlyInAnyOrder("trade-1", "trade-2");
    }

    @Test
    void assistanceByPeerIsPermittedByThePeer() {
        proxy.entered.grant("account:shop", "trade.settle");
        RequestContext next =
                permitted().assisted(new Assistance("price.quote", new byte[0], null));
        permit.take(next, true);

        assertThat(next.local).isFalse();
        assertThat(next.allowedServers).isNull();
    }

    @Test
    void visitedCapabilityIsNotRepeatedHere() {
        proxy.entered.grant("account:shop", "trade.settle");
        RequestContext call = permitted();
        call.visits = Visits.NONE.and("shop-a", "trade.settle");
        RequestContext next = call.assisted(new Assistance("trade.settle", new byte[0], null));
        permit.take(next, true);

        assertThat(next.local).isFalse();
    }

    private RequestContext permitted() {
        proxy.start();
        RequestContext call =
                new RequestContext(
                        new Asking("trade.settle").request(), proxy.registries().current());
        call.caller = Caller.of(RegistrySample.SHOP);
        permit.take(call, true);
        return call;
    }
}
