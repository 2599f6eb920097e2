package io.hansa.proxy.federation;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.OfferedCapability;
import io.hansa.api.ProxyStatus;
import io.hansa.proxy.federation.Announced.Reason;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a peer announces is used as far as an administrator lets it be asked. */
class AnnouncedTest {
    private final Map<String, Peer> known = new HashMap<>();
    private final FakeLeague league = new FakeLeague();
    private final Peers peers =
            league.join(
                    () -> known,
                    new TokenIssuer("shop-a", () -> new Keyring().of("shop-a"), new ManualClock()),
                    new RecordingExchanges());

    @Test
    void foreignPeerIsAskedWhatIsEnteredOnly() {
        enter("tickets", Peer.Link.EXTRANET, "\"capabilities\":[\"ticket.*\"]");
        league.offers("tickets", "ticket.issue", "price.quote");
        peers.refresh();

        assertThat(peers.offer("ticket.issue")).isTrue();
        assertThat(peers.offer("price.quote")).isFalse();
        assertThat(peers.reachable("price.quote")).isFalse();
        assertThat(peers.having("price.quote")).isEmpty();
        assertThat(peers.offered())
                .extracting(OfferedCapability::name)
                .containsExactly("ticket.issue");
        assertThat(peers.announced("tickets").orElseThrow().getJsonArray("refused").toString())
                .isEqualTo(
                        "[{\"reason\":\"NOT_ALLOWED\",\"number\":1,\"names\":[\"price.quote\"]}]");
    }

    @Test
    void foreignPeerIsAskedNothingByDefault() {
        enter("tickets", Peer.Link.EXTRANET, "");
        enter("bank", Peer.Link.INTRANET, "\"organization\":\"bank\"");
        league.offers("tickets", "ticket.issue").offers("bank", "ticket.issue");
        peers.refresh();

        assertThat(peers.having("ticket.issue")).isEmpty();
    }

    @Test
    void newEntryHoldsBeforeThePeerAnswersAgain() {
        enter("tickets", Peer.Link.EXTRANET, "\"capabilities\":[\"*\"]");
        league.offers("tickets", "ticket.issue");
        peers.refresh();
        assertThat(peers.offer("ticket.issue")).isTrue();

        enter("tickets", Peer.Link.EXTRANET, "\"capabilities\":[]");
        league.silent("tickets");
        peers.refresh();

        assertThat(peers.offer("ticket.issue")).isFalse();
    }

    @Test
    void ownOrganizationPrecedesForeignAndIntranetPrecedesExtranet() {
        enter("a-extranet", Peer.Link.EXTRANET, "\"capabilities\":[\"*\"]");
        enter(
                "b-foreign",
                Peer.Link.INTRANET,
                "\"organization\":\"bank\",\"capabilities\":[\"*\"]");
        enter("c-ours", Peer.Link.INTRANET, "\"organization\":\"shop\"");
        enter("d-ours", Peer.Link.INTRANET, "");
        for (String id : known.keySet()) {
            league.offers(id, "price.quote");
        }
        peers.refresh();

        List<List<String>> order =
                peers.having("price.quote").stream()
                        .map(some -> some.stream().map(Destination::proxy).sorted().toList())
                        .toList();
        assertThat(order)
                .containsExactly(
                        List.of("c-ours", "d-ours"), List.of("b-foreign"), List.of("a-extranet"));
    }

    @Test
    void namesThatNoAdministratorCouldGiveAreSkipped() {
        enter("shop-b", Peer.Link.INTRANET, "");
        league.offers("shop-b", "price.quote", "", "a b", "x\n{\"y\"", "../admin", "a".repeat(101));
        peers.refresh();

        assertThat(peers.offered())
                .extracting(OfferedCapability::name)
                .containsExactly("price.quote");
        assertThat(announced("shop-b").refusals()).containsEntry(Reason.NAME_INVALID, 5);
    }

    @Test
    void numberOfNamesIsBounded() {
        enter("shop-b", Peer.Link.INTRANET, "");
        String[] many =
                IntStream.range(0, 20_005).mapToObj(i -> "name." + i).toArray(String[]::new);
        league.offers("shop-b", many);
        peers.refresh();

        assertThat(peers.offered()).hasSize(20_000);
        Announced announced = announced("shop-b");
        assertThat(announced.refusals()).containsEntry(Reason.TOO_MANY, 5);
    }

    @Test
    void namesThatAreShownAreBounded() {
        enter("tickets", Peer.Link.EXTRANET, "");
        String[] many = IntStream.range(0, 1000).mapToObj(i -> "name." + i).toArray(String[]::new);
        league.offers("tickets", many);
        peers.refresh();

        assertThat(announced("tickets").refused().get(Reason.NOT_ALLOWED)).hasSize(100);
        assertThat(announced("tickets").refusals()).containsEntry(Reason.NOT_ALLOWED, 1000);
    }

    @Test
    void unknownPriorityIsNormal() {
        Peer peer = FakeLeague.peer("shop-b", Peer.Link.INTRANET);
        ProxyStatus status =
                FakeLeague.status(
                        "shop-b",
                        0.1,
                        new OfferedCapability("a", "\u0007", OfferedCapability.LOCAL, true));

        assertThat(Announced.of(peer, status, "shop").used().get("a").priority())
                .isEqualTo("NORMAL");
    }

    private Announced announced(String id) {
        ProxyStatus told = league.readNow(known.get(id));
        return Announced.of(known.get(id), told, "shop");
    }

    private void enter(String id, Peer.Link link, String trust) {
        known.put(id, FakeLeague.peer(id, link, trust));
    }
}
