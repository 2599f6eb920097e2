package io.hansa.proxy.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Delegation;
import io.hansa.proxy.federation.Certificates;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Peers, by a token that they signed and, on the extranet, under their own certificate. */
class PeerAuthenticationTest extends AuthenticationFixture {
    private static final X509Certificate TICKETS = Certificates.of("CN=tickets");
    private static final IngressPoint BY_TICKETS = IngressPoint.extranet(TICKETS);

    @Test
    void anIntranetPeerSpeaksForItsAccount() {
        assertThat(authenticate(peerToken("shop-b", "shop"), IngressPoint.INTRANET))
                .isEqualTo(Caller.of("shop", new Delegation("shop-b", false, List.of("shop-b"))));
    }

    @Test
    void peersAccountHasNoRolesHere() {
        assertThat(authenticate(peerToken("shop-b", "admin"), IngressPoint.INTRANET).roles())
                .isEmpty();
    }

    @Test
    void anExtranetPeerComesUnderItsOwnCertificate() throws Exception {
        assertThat(authenticate(peerToken("tickets", "shop", TICKETS), BY_TICKETS).peer())
                .isEqualTo("tickets");
    }

    @Test
    void aCertificateOfAnotherIsRefused() throws Exception {
        assertRefused(
                peerToken("tickets", "shop", TICKETS),
                IngressPoint.extranet(Certificates.of("CN=shop-b")),
                "The token is from peer tickets, the client certificate from shop-b; both must belong to the same peer.");
        assertRefused(
                peerToken("shop-b", "shop", TICKETS),
                BY_TICKETS,
                "from tickets; both must belong to the same peer.");
        assertRefused(
                peerToken("tickets", "shop", TICKETS),
                IngressPoint.extranet(null),
                "accepts requests with a client certificate only");
    }

    @Test
    void unknownCertificateIsRefusedWithAnyToken() {
        assertRefused(
                ownToken("shop"),
                IngressPoint.extranet(Certificates.of("CN=stranger")),
                "The certificate is of stranger");
        assertRefused(
                null,
                IngressPoint.extranet(Certificates.of("CN=closed")),
                "no peer of this proxy, or a disabled one");
        assertThat(lookUps()).isZero();
    }

    @Test
    void certificateExpiredOnOpenConnectionIsRefused() throws Exception {
        String token = peerToken("tickets", "shop", TICKETS);
        authenticate(token, BY_TICKETS);
        forward(Duration.ofDays(2));

        assertRefused(token, BY_TICKETS, "is valid from");
    }

    @Test
    void tokenIsNotBoundToARenewedCertificate() throws Exception {
        assertRefused(
                peerToken("tickets", "shop"), BY_TICKETS, "is not bound to a client certificate");
        assertRefused(
                peerToken("tickets", "shop", TICKETS),
                IngressPoint.extranet(Certificates.of("CN=tickets")),
                "is bound to another client certificate");
        assertRefused(
                peerToken("shop-b", "shop", TICKETS),
                IngressPoint.INTRANET,
                "must use the extranet listener");
    }

    @Test
    void wrongListenerIsRefusedBeforeKeyLookup() {
        assertRefused(peerToken("tickets", "shop"), IngressPoint.INTRANET, "extranet listener");
        assertRefused(peerToken("closed", "shop"), IngressPoint.INTRANET, "not an enabled peer");
        assertRefused(peerToken("shop-b", "shop"), BY_TICKETS, "both must belong to the same peer");

        assertThat(lookUps()).isZero();
    }

    @Test
    void tokenServesOnceWhereEachRequestCounts() {
        String token = peerToken("shop-b", "shop");
        authenticate(token, IngressPoint.INTRANET, true);

        assertThatThrownBy(() -> authenticate(token, IngressPoint.INTRANET, true))
                .hasMessageContaining("it was used before");
        authenticate(token, IngressPoint.INTRANET, false);
    }

    @Test
    void anExtranetPeerIsRefusedOnTheIntranet() {
        assertRefused(
                peerToken("tickets", "shop"),
                IngressPoint.INTRANET,
                "Peer tickets must use the extranet listener.");
    }

    @Test
    void aDisabledPeerIsRefused() {
        assertRefused(
                peerToken("closed", "shop"),
                IngressPoint.INTRANET,
                "The token's issuer is not an enabled peer of this proxy.");
    }

    @Test
    void proxyWithoutEntryIsRefusedWithKnownKey() {
        assertRefused(
                peerToken("stranger", "shop"), IngressPoint.INTRANET, "is not an enabled peer");
    }
}
