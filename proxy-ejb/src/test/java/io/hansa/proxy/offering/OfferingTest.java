package io.hansa.proxy.offering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.FakeLeague;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.load.ProxyLoad;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Rule;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.PressureSamples;
import io.hansa.proxy.registration.BusinessServer;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.ServerSamples;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OfferingTest {
    private final ManualClock clock = new ManualClock();
    private final Registries registries = new Registries();
    private final RecordingExchanges exchanges = new RecordingExchanges();
    private final ServerDestinations servers =
            new ServerDestinations("shop-a", exchanges, BreakerSamples.breakers());
    private final NodeAdmission node =
            new NodeAdmission(new Limits(1000, 10, 0.5, 8, 900), PressureSamples.LIMITS);
    private final Peers peers =
            new FakeLeague()
                    .offers("shop-b", "price.quote", "trade.settle")
                    .join(
                            () -> Map.of("shop-b", FakeLeague.peer("shop-b", Peer.Link.INTRANET)),
                            new TokenIssuer(
                                    "shop-a", () -> new Keyring().of("shop-a"), new ManualClock()),
                            exchanges);
    private final Offering offering =
            new Offering(
                    new ProxyIdentity("shop-a", "shanghai", "shop", "node-1", "10.0.0.1:3528"),
                    registries,
                    servers,
                    peers,
                    new ProxyLoad("node-1", node, System::nanoTime),
                    clock);

    private final List<Permission> grants = new ArrayList<>();

    @BeforeEach
    void inForce() {
        registries.onReplaced(
                registry -> servers.replace(registry.serversByCapability(), registry::priority));
        peers.refresh();
        inForce(ServerSamples.framed("trade-1", "trade.settle", "stock.move"));
    }

    @Test
    void ownCapabilitiesComeBeforeThoseOfPeers() {
        assertThat(offering.status().capabilities())
                .extracting(OfferedCapability::name)
                .containsExactly("stock.move", "trade.settle", "price.quote");
        assertThat(offering.status().capabilities())
                .extracting(OfferedCapability::via)
                .containsExactly("local", "local", "shop-b");
    }

    @Test
    void aServerWithoutRoomIsNotAvailable() {
        inForce(ServerSamples.withThreshold(ServerSamples.framed("trade-1", "trade.settle"), 0));

        OfferedCapability settle = offering.status().capabilities().get(0);
        assertThat(settle.available()).isFalse();
        assertThat(settle.via()).isEqualTo("local");
    }

    @Test
    void peerReplacesADisabledServer() {
        inForce(ServerSamples.disabled(ServerSamples.framed("trade-1", "trade.settle")));

        assertThat(offering.status().capabilities())
                .extracting(OfferedCapability::via)
                .containsOnly("shop-b");
    }

    @Test
    void proxyReportsItsIdAndLoad() {
        for (int i = 0; i < 5; i++) {
            assertThat(offering.status().accepting()).isTrue();
            node.enter(Priority.NORMAL);
        }

        ProxyStatus status = offering.status();
        assertThat(status.proxy()).isEqualTo("shop-a");
        assertThat(status.region()).isEqualTo("shanghai");
        assertThat(status.organization()).isEqualTo("shop");
        assertThat(status.load()).isEqualTo(0.5);
        assertThat(status.threshold()).isEqualTo(0.5);
        assertThat(status.accepting()).isFalse();
    }

    @Test
    void loadIsReportedWithItsAge() {
        assertThat(offering.status().loadAgeMillis()).isZero();
        node.adapt();
        await().until(() -> offering.status().loadAgeMillis() >= 20);
        ProxyStatus old = offering.status();

        node.adapt();

        assertThat(offering.status().loadAgeMillis()).isLessThan(old.loadAgeMillis());
    }

    @Test
    void capabilitiesTellWhetherTheyMayBeSentTwice() {
        Capability quote =
                new Capability(
                        "price.quote",
                        "",
                        Priority.NORMAL,
                        Capability.Replay.SAFE,
                        2000,
                        Capability.Balancing.ROUND_ROBIN,
                        null,
                        0);
        registries.replace(
                Registry.of(
                        1,
                        List.of(),
                        List.of(quote),
                        List.of(ServerSamples.framed("trade-1", "trade.settle")),
                        List.of(),
                        List.of()));

        assertThat(offering.status().replays()).containsExactly(Map.entry("price.quote", "SAFE"));
    }

    @Test
    void aStoppingNodeSaysSo() {
        node.drain();

        assertThat(offering.status().accepting()).isFalse();
    }

    @Test
    void anotherOrganizationSeesOnlyWhatItMayUse() {
        grant("peer:tickets", "trade.settle", null);
        grant("peer:tickets/agent@tickets.example", "price.quote", null);
        grant("peer:tickets-2", "stock.move", null);
        grant("account:tickets", "stock.move", null);

        assertThat(offering.exportedTo("tickets").capabilities())
                .extracting(OfferedCapability::name, OfferedCapability::via)
                .containsExactly(tuple("trade.settle", "local"), tuple("price.quote", "shop-a"));
        assertThat(offering.exportedTo("tickets").iiop()).isNull();
        assertThat(offering.exportedTo("tickets").proxy()).isEqualTo("shop-a");
        assertThat(offering.status().iiop()).isEqualTo("10.0.0.1:3528");
    }

    @Test
    void aGrantThatRanOutShowsNothing() {
        grant("peer:tickets", "trade.settle", clock.instant().minusSeconds(1));

        assertThat(offering.exportedTo("tickets").capabilities()).isEmpty();
    }

    @Test
    void patternsShowWhatMatchesAndDenialsHide() {
        grant("peer:tickets", "*", null);
        assertThat(offering.exportedTo("tickets").capabilities())
                .extracting(OfferedCapability::name)
                .contains("trade.settle", "stock.move", "price.quote");

        grants.add(denial("peer:tickets", "trade.*"));
        grants.add(denial("peer:tickets/alice", "stock.move"));
        grants.add(denial("peer:tickets", "stock.move").with(Rule.deny("stock.move").at("x")));
        inForce(ServerSamples.framed("trade-1", "trade.settle", "stock.move"));

        assertThat(offering.exportedTo("tickets").capabilities())
                .extracting(OfferedCapability::name)
                .contains("stock.move", "price.quote")
                .doesNotContain("trade.settle");
    }

    private Permission denial(String subject, String capability) {
        String id = "denial-" + grants.size();
        return Permission.allow(id, Subject.parse(subject), capability).with(Rule.deny(capability));
    }

    @Test
    void anUnknownOrganizationSeesNoCapability() {
        grant("peer:tickets", "trade.settle", null);

        assertThat(offering.exportedTo(null).capabilities()).isEmpty();
        assertThat(offering.exportedTo("").capabilities()).isEmpty();
        assertThat(offering.exportedTo("else").capabilities()).isEmpty();
    }

    private void grant(String subject, String capability, Instant until) {
        String id = "grant-" + grants.size();
        grants.add(
                Permission.allow(id, Subject.parse(subject), capability)
                        .within(Instant.EPOCH, until));
        inForce(ServerSamples.framed("trade-1", "trade.settle", "stock.move"));
    }

    private void inForce(BusinessServer server) {
        Capability described = Capability.undescribed("trade.settle");
        registries.replace(
                Registry.of(1, List.of(), List.of(described), List.of(server), grants, List.of()));
    }
}
