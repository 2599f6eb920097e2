package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.pipeline.RoutePreview.Candidate;
import io.hansa.proxy.pipeline.RoutePreview.Outcome;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.routing.Candidates;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.Visits;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutePreviewTest {
    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");

    @BeforeEach
    void serversAndPeer() {
        proxy.entered
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .server(ServerSamples.framed("trade-2", "trade.settle"))
                .peer("shop-b", Peer.Link.INTRANET);
        proxy.league.offers("shop-b", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled").answers("trade-2", "settled");
    }

    @Test
    void theNextCallGoesWhereThePreviewSays() {
        proxy.entered.grant("account:shop", "trade.settle");
        proxy.start();
        for (int call = 0; call < 5; call++) {
            String taken = taken(preview(Visits.NONE));
            assertThat(taken(preview(Visits.NONE))).as("asking takes no turn").isEqualTo(taken);

            proxy.call("trade.settle", "basket");

            List<String> targets = proxy.exchanges.targets();
            assertThat("server:" + targets.get(targets.size() - 1)).isEqualTo(taken);
        }
    }

    @Test
    void previewDoesNotAdvanceTheScheduler() {
        proxy.start();
        Candidates candidates = proxy.servers.having("trade.settle", null);

        Destination next = candidates.copy().choice(Balancing.ROUND_ROBIN, any -> true).next();

        assertThat(candidates.choice(Balancing.ROUND_ROBIN, any -> true).next()).isSameAs(next);
    }

    @Test
    void serversComeFirstThenPeers() {
        proxy.entered.grant("account:shop", "trade.settle");
        proxy.start();
        proxy.busy("trade.settle");

        Outcome outcome = preview(Visits.NONE);

        assertThat(outcome.refusal()).isNull();
        assertThat(outcome.candidates())
                .extracting(Candidate::state, one -> one.use().taken())
                .containsExactly(
                        tuple("AVAILABLE", true),
                        tuple("AVAILABLE", false),
                        tuple("AVAILABLE", false));
        assertThat(outcome.candidates().get(2).target()).isEqualTo("peer:shop-b");
        assertThat(outcome.candidates().get(0).condition().load()).isEqualTo(0.1);
    }

    @Test
    void anOpenCircuitIsShownAndNotCounted() {
        proxy.entered
                .grant("account:shop", "trade.settle")
                .breaker("server:trade-1", Mode.FORCED_OPEN);
        proxy.start();

        Outcome outcome = preview(Visits.NONE);

        assertThat(outcome.candidates())
                .extracting(Candidate::target, Candidate::state)
                .contains(tuple("server:trade-1", "CIRCUIT_OPEN"));
        assertThat(taken(outcome)).isEqualTo("server:trade-2");
        assertThat(proxy.breakers.of("server:trade-1").notPermitted()).isZero();
    }

    @Test
    void unreachableCandidatesComeLast() {
        proxy.entered.grant("account:shop", "trade.settle", "trade-2");
        proxy.start();

        assertThat(preview(Visits.NONE).candidates())
                .extracting(Candidate::target, Candidate::state)
                .containsExactly(
                        tuple("server:trade-2", "AVAILABLE"),
                        tuple("server:trade-1", "NOT_PERMITTED"),
                        tuple("peer:shop-b", "NOT_PERMITTED"));
    }

    @Test
    void aPeerThatWasVisitedIsLeftOut() {
        proxy.entered.grant("account:shop", "trade.settle");
        proxy.start();

        Outcome outcome = preview(Visits.NONE.and("shop-b", "trade.settle"));

        assertThat(outcome.candidates())
                .last()
                .extracting(Candidate::target, Candidate::state)
                .containsExactly("peer:shop-b", "VISITED");
    }

    @Test
    void theRefusalIsTheOneOfACall() {
        proxy.entered
                .grant("account:shop", "*")
                .server(
                        ServerSamples.withThreshold(
                                ServerSamples.framed("pricing-1", "price.quote"), 0));
        proxy.start();

        assertThat(preview("price.quote").refusal())
                .hasMessage(proxy.refusal("price.quote", "").getMessage());
        assertThat(preview("price.quote").refusal().code()).isEqualTo(ErrorCode.OVERLOADED);
        assertThat(preview("stock.move").refusal().code()).isEqualTo(ErrorCode.CAPABILITY_UNKNOWN);
    }

    @Test
    void aRefusedCallerIsShownWhatThereIs() {
        proxy.start();

        Outcome outcome = preview(Visits.NONE);

        assertThat(outcome.candidates())
                .hasSize(3)
                .allMatch(one -> one.state().equals("NOT_PERMITTED") && !one.use().taken());
    }

    private Outcome preview(Visits visits) {
        return preview("trade.settle", visits);
    }

    private Outcome preview(String capability) {
        return preview(capability, Visits.NONE);
    }

    private Outcome preview(String capability, Visits visits) {
        var registry = proxy.registries().current();
        Decision decision =
                proxy.authorization.decide(
                        registry,
                        Caller.of(RegistrySample.SHOP),
                        capability,
                        proxy.clock.instant());
        return new RoutePreview(new Permit("shop-a", proxy.route, proxy.access), proxy.route)
                .of(registry, capability, decision, visits);
    }

    private static String taken(Outcome outcome) {
        return outcome.candidates().stream()
                .filter(one -> one.use().taken())
                .map(Candidate::target)
                .findFirst()
                .orElseThrow();
    }
}
