package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Delegation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers, by a token that they signed and, on the extranet, under their own certificate. */
class PeerAuthenticationTest extends AuthenticationFixture {
    @Test
    void anIntranetPeerSpeaksForItsAccount() {
        assertThat(authenticate(peerToken("shop-b", "shop"), Arrival.INTRANET))
                .isEqualTo(Caller.of("shop", new Delegation("shop-b", false, List.of("shop-b"))));
    }

    @Test
    void aPeersAccountHasNoRolesHereWhateverItIsCalled() {
        assertThat(authenticate(peerToken("shop-b", "admin"), Arrival.INTRANET).roles()).isEmpty();
    }

    @Test
    void anExtranetPeerComesUnderItsOwnCertificate() {
        assertThat(authenticate(peerToken("tickets", "shop"), new Arrival(true, "tickets")).peer())
                .isEqualTo("tickets");
    }

    @Test
    void aCertificateOfAnotherIsRefused() {
        assertRefused(
                peerToken("tickets", "shop"),
                new Arrival(true, "shop-b"),
                "The token is from peer tickets, the client certificate from shop-b; they must agree.");
        assertRefused(peerToken("shop-b", "shop"), new Arrival(true, "tickets"), "they must agree");
        assertRefused(peerToken("tickets", "shop"), new Arrival(true, null), "they must agree");
    }

    @Test
    void anExtranetPeerIsRefusedOnTheIntranet() {
        assertRefused(
                peerToken("tickets", "shop"),
                Arrival.INTRANET,
                "Peer tickets must come over the extranet's listener.");
    }

    @Test
    void aDisabledPeerIsRefused() {
        assertRefused(
                peerToken("closed", "shop"),
                Arrival.INTRANET,
                "The token's issuer is no peer of this proxy, or a disabled one.");
    }

    @Test
    void aProxyThatIsNoPeerIsRefusedEvenWhereItsKeyIsKnown() {
        assertRefused(peerToken("stranger", "shop"), Arrival.INTRANET, "is no peer of this proxy");
    }
}
