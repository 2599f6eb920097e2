package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.IngressPoint;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Certificates;
import io.hansa.proxy.federation.FakeLeague;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.registration.ServerSamples;
import java.security.cert.X509Certificate;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A caller of another organization stays foreign, with any name and any peers between. */
class ForeignCallersTest {
    private static final X509Certificate TICKETS = Certificates.of("CN=tickets");

    private final ProxyInMemory proxy = new ProxyInMemory("shop-b");

    @BeforeEach
    void serverAndPeers() {
        proxy.entered
                .server(ServerSamples.framed("pricing-1", "price.quote"))
                .peer("shop-a", Peer.Link.INTRANET)
                .peer("tickets", Peer.Link.EXTRANET)
                .peer("bank", Peer.Link.EXTRANET);
        proxy.exchanges.answers("pricing-1", "12.50");
    }

    @Test
    void nameOfALocalAccountGivesNothing() {
        proxy.entered.grant("account:shop", "price.quote").grant("group:retail", "price.quote");

        assertDenied(tickets("shop"));
        assertDenied(tickets("peer:tickets/shop"));
        assertDenied(shopA("peer:tickets/shop", "tickets"));
        assertDenied(shopA("peer:tickets/account:shop", "tickets"));
    }

    @Test
    void intranetPeerOfAnotherOrganizationIsForeign() {
        proxy.entered
                .grant("account:shop", "price.quote")
                .peer(FakeLeague.peer("shop-a", Peer.Link.INTRANET, "\"organization\":\"bank\""));

        assertDenied(shopA("shop"));
    }

    @Test
    void foreignPeersSubjectIsItsOwnAccount() {
        proxy.entered.grant("peer:far/alice", "price.quote");

        assertDenied(tickets("alice", "tickets", "far"));
        assertThat(proxy.record().caller()).startsWith("peer:tickets/alice");
    }

    @Test
    void callerThatPassedAForeignPeerIsForeign() {
        proxy.entered.grant("account:shop", "price.quote");

        assertDenied(shopA("shop", "tickets"));
        assertThat(proxy.record().caller()).isEqualTo("peer:tickets/shop via shop-a");
    }

    @Test
    void callerOfTheOrganizationKeepsItsName() {
        proxy.entered.grant("account:shop", "price.quote");

        assertAllowed(shopA("shop", "shop-c"));
        assertThat(proxy.record().caller()).isEqualTo("account:shop via shop-c, shop-a");
    }

    @Test
    void grantOfTheForeignAccountDecides() {
        proxy.entered.grant("peer:tickets/alice@example.com", "price.quote");

        assertAllowed(tickets("alice@example.com"));
        assertAllowed(shopA("peer:tickets/alice@example.com", "tickets"));
        assertThat(proxy.record().caller()).isEqualTo("peer:tickets/alice@example.com via shop-a");
        assertDenied(tickets("bob@example.com"));
    }

    @Test
    void withoutAccountGrantThePeersGrantDecides() {
        proxy.entered.grant("peer:shop-a", "price.quote");

        assertAllowed(shopA("peer:tickets/alice", "tickets"));
        assertDenied(tickets("alice"));
    }

    @Test
    void endedAccountGrantIsNotReplacedByPeers() {
        Instant past = proxy.clock.instant().minusSeconds(1);
        Subject alice = Subject.peer("tickets/alice");
        proxy.entered
                .grant("peer:shop-a", "price.quote")
                .grant(Permission.allow("ended", alice, "price.quote").within(null, past));

        assertDenied(shopA("peer:tickets/alice", "tickets"));
        assertAllowed(shopA("peer:tickets/bob", "tickets"));
    }

    @Test
    void denialOfThePeerThatAsksWins() {
        proxy.entered.grant("peer:tickets/alice", "price.quote").deny("peer:shop-a", "*", null);

        String reason = assertDenied(shopA("peer:tickets/alice", "tickets"));

        assertThat(reason).isEqualTo("The permission d1 denies price.quote to peer:shop-a.");
        assertAllowed(tickets("alice"));
    }

    @Test
    void denialOfTheHomeProxyHoldsThroughOthers() {
        proxy.entered.grant("peer:shop-a", "price.quote").deny("peer:tickets", "price.*", null);

        assertDenied(shopA("peer:tickets/alice", "tickets"));
        assertAllowed(shopA("peer:bank/teller", "bank"));
    }

    @Test
    void denialOfAnAccountHoldsThroughAPeer() {
        proxy.entered.grant("peer:shop-a", "price.quote").deny("account:gone", "price.quote", null);

        assertDenied(shopA("gone"));
        assertAllowed(shopA("shop"));
    }

    @Test
    void foreignPeerCannotSpeakForAnotherPeersAccount() {
        proxy.entered.grant("peer:bank/teller", "price.quote");

        String reason = assertDenied(tickets("peer:bank/teller", "bank"));

        assertThat(reason).contains("tickets cannot speak for peer:bank/teller");
        assertAllowed(shopA("peer:bank/teller", "bank"));
    }

    @Test
    void foreignPeerSpeaksForAnUnknownProxy() {
        proxy.entered.grant("peer:far/alice", "price.quote");

        assertAllowed(tickets("peer:far/alice", "far"));
        assertThat(proxy.record().caller()).isEqualTo("peer:far/alice via tickets");
    }

    @Test
    void peersOfOneOrganizationSpeakForEachOther() {
        proxy.entered
                .grant("peer:bank/teller", "price.quote")
                .peer(FakeLeague.peer("tickets", Peer.Link.EXTRANET, "\"organization\":\"x\""))
                .peer(FakeLeague.peer("bank", Peer.Link.EXTRANET, "\"organization\":\"x\""));

        assertAllowed(tickets("peer:bank/teller", "bank"));
    }

    @Test
    void accountClaimedAsOursIsForeign() {
        proxy.entered.grant("account:shop", "price.quote").grant("peer:shop-b/shop", "price.quote");

        assertDenied(tickets("peer:shop-b/shop", "shop-b"));
        assertDenied(shopA("peer:shop-b/shop", "tickets", "shop-b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "peer:",
                "peer:tickets",
                "peer:tickets/",
                "peer:/alice",
                "peer:tick ets/alice",
                "peer:peer:tickets/alice",
                "two words",
                "line\nbreak",
                "account:\u0000"
            })
    void subjectThatNamesNoAccountIsRefused(String subject) {
        proxy.entered.grant("peer:shop-a", "price.quote");
        proxy.start();

        assertThat(proxy.refusal(shopA(subject)).code()).isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    @Test
    void actorThatIsNoProxyIsRefused() {
        proxy.entered.grant("peer:shop-a", "price.quote");
        proxy.start();

        assertThat(proxy.refusal(shopA("shop", "a b")).code())
                .isEqualTo(ErrorCode.AUTHENTICATION_FAILED);
    }

    private Asking shopA(String subject, String... actors) {
        return asking(proxy.peerToken("shop-a", subject, actors));
    }

    private Asking tickets(String subject, String... actors) {
        return asking(proxy.peerToken("tickets", TICKETS, subject, actors))
                .over(IngressPoint.extranet(TICKETS));
    }

    private static Asking asking(String token) {
        return new Asking("price.quote").by(token);
    }

    private void assertAllowed(Asking asking) {
        proxy.start();
        assertThat(proxy.way.process(asking.request()).server()).isEqualTo("shop-b/pricing-1");
    }

    private String assertDenied(Asking asking) {
        proxy.start();
        int before = proxy.exchanges.sent().size();
        Failure refusal = proxy.refusal(asking);
        assertThat(refusal.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
        assertThat(proxy.exchanges.sent()).hasSize(before);
        return refusal.getMessage();
    }
}
