package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.OfferedCapability;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.ErrandSamples;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeersTest {
    private final Map<String, Peer> known = new HashMap<>();
    private final FakeLeague league = new FakeLeague();
    private final RecordingExchanges exchanges = new RecordingExchanges();
    private final Peers peers =
            league.join(
                    () -> known,
                    new TokenIssuer("shop-a", () -> new Keyring().of("shop-a"), new ManualClock()),
                    exchanges);

    @Test
    void findsTheCapabilitiesOfPeersServers() {
        know("shop-b", "shop-c");
        league.offers("shop-b", "price.quote", "stock.move").offers("shop-c", "price.quote");
        peers.refresh();

        assertThat(names("price.quote")).containsExactlyInAnyOrder("peer shop-b", "peer shop-c");
        assertThat(names("stock.move")).containsExactly("peer shop-b");
        assertThat(peers.offer("stock.move")).isTrue();
        assertThat(peers.offer("ticket.issue")).isFalse();
    }

    @Test
    void aPeerThatNeverAnsweredOffersNothing() {
        know("shop-b");
        peers.refresh();

        assertThat(peers.offer("price.quote")).isFalse();
        assertThat(peers.offered()).isEmpty();
    }

    @Test
    void silentPeerIsRememberedButGetsNoWork() {
        know("shop-b");
        league.offers("shop-b", "price.quote");
        peers.refresh();
        league.silent("shop-b");
        peers.refresh();
        assertThat(peers.silent()).containsOnly(Map.entry("shop-b", "it is silent"));

        assertThat(peers.offer("price.quote")).isTrue();
        assertThat(peers.reachable("price.quote")).isFalse();
        assertThat(peers.having("price.quote").get(0))
                .singleElement()
                .satisfies(d -> assertThat(d.takesWork()).isFalse());
        assertThat(peers.offered())
                .singleElement()
                .satisfies(o -> assertThat(o.available()).isFalse());
    }

    @Test
    void aPeerThatSpeaksAgainGetsWorkAgain() {
        know("shop-b");
        peers.refresh();
        league.offers("shop-b", "price.quote");
        peers.refresh();

        assertThat(peers.having("price.quote").get(0).get(0).takesWork()).isTrue();
        assertThat(peers.reachable("price.quote")).isTrue();
    }

    @Test
    void removedOrDisabledPeerIsForgotten() {
        know("shop-b", "shop-c");
        league.offers("shop-b", "price.quote").offers("shop-c", "price.quote");
        peers.refresh();
        known.remove("shop-b");
        Peer other = known.get("shop-c");
        known.put(
                "shop-c",
                new Peer("shop-c", other.url(), other.link(), other.transport(), false, 2));
        peers.refresh();

        assertThat(peers.offer("price.quote")).isFalse();
        assertThat(peers.having("price.quote")).isEmpty();
    }

    @Test
    void peersCapabilitiesFromOthersAreNotPassedOn() {
        know("shop-b");
        FakeLeague relay = league.offers("shop-b", "price.quote");
        relay.alsoVia("shop-b", "ticket.issue", "tickets");
        peers.refresh();

        assertThat(peers.offer("ticket.issue")).isFalse();
        assertThat(peers.offered())
                .extracting(OfferedCapability::name)
                .containsExactly("price.quote");
        assertThat(peers.offered()).extracting(OfferedCapability::via).containsExactly("shop-b");
    }

    @Test
    void workCountsForAllCapabilitiesOfAPeer() {
        know("shop-b");
        league.offers("shop-b", "price.quote", "stock.move");
        exchanges.answers("peer:shop-b", "done");
        peers.refresh();
        Destination price = peers.having("price.quote").get(0).get(0);
        price.workload().begin();

        assertThat(peers.having("stock.move").get(0).get(0).workload().inFlight()).isEqualTo(1);
        price.send(ErrandSamples.of("price.quote", "basket"));
        peers.having("stock.move").get(0).get(0).send(ErrandSamples.of("stock.move", "basket"));

        assertThat(exchanges.sent().get(0).target()).isSameAs(exchanges.sent().get(1).target());
    }

    private void know(String... ids) {
        for (String id : ids) {
            known.put(id, FakeLeague.peer(id, Peer.Link.INTRANET));
        }
    }

    private List<String> names(String capability) {
        return peers.having(capability).stream()
                .flatMap(List::stream)
                .map(Destination::name)
                .toList();
    }
}
