package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ExtranetClient;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.TestAuthority;
import io.hansa.it.system.TlsIdentity;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listener for other organizations (R5): who gets in, and how far. */
@WithLeague
class ExtranetIT {
    private static final String CAPABILITIES = "/api/v1/capabilities";

    private final LeagueSystem league;
    private final ProxySystem tickets;
    private final URI listener;
    private TlsIdentity shopA;
    private ExtranetClient peer;

    ExtranetIT(LeagueSystem league) {
        this.league = league;
        tickets = league.tickets();
        listener = league.extranetOfTickets();
    }

    @BeforeEach
    void takeThePlaceOfShopA() throws IOException, GeneralSecurityException {
        shopA = league.identity("shop-a");
        peer = new ExtranetClient(listener, shopA);
    }

    @Test
    void theRightCertificateIsLetIn() throws IOException {
        String proxy = peer.get(CAPABILITIES, Credentials.NONE).ok().json().getString("proxy");
        assertThat(proxy).isEqualTo("tickets");
        peer.get("/.well-known/jwks.json", Credentials.NONE).ok();
    }

    @Test
    void callerWithoutCertificateIsRefused() throws GeneralSecurityException {
        refusedInTheHandshake(shopA.withoutCertificate());
    }

    @Test
    void aCertificateOfAnUnknownAuthorityIsRefused() throws Exception {
        TlsIdentity forged = new TestAuthority().issue("shop-a", Duration.ofHours(1));
        refusedInTheHandshake(shopA.showing(forged.key(), forged.chain()[0]));
    }

    @Test
    void unknownCertificateOfTheAuthorityIsRefused() throws Exception {
        ExtranetClient stranger = new ExtranetClient(listener, league.identity("shop-b"));

        for (String path : new String[] {CAPABILITIES, "/.well-known/jwks.json"}) {
            assertThat(
                            stranger.get(path, Credentials.NONE)
                                    .problem(401, "authentication-failed")
                                    .withoutEffect()
                                    .detail())
                    .contains("is of shop-b", "no peer of this proxy");
        }
        stranger.call("ticket.issue")
                .text("ISSUE")
                .send()
                .problem(401, "authentication-failed")
                .withoutEffect();
    }

    private void refusedInTheHandshake(TlsIdentity identity) throws GeneralSecurityException {
        ExtranetClient stranger = new ExtranetClient(listener, identity);
        assertThatThrownBy(() -> stranger.get(CAPABILITIES, Credentials.NONE))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> stranger.call("ticket.issue").text("ISSUE").send())
                .isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/accounts",
                "/api/v1/admin/traces",
                "/api/v1/./admin/accounts",
                "/api/v1/services/../admin/accounts",
                "/api/v1/services/..;/admin/accounts",
                "/api/v1/services/%2e%2e/admin/accounts",
                "//api/v1/admin/accounts",
                "/api/v1/capabilities/",
                "/api/v1/capabilities;/../admin/accounts",
                "/api/v1/nothing",
                "/metrics",
                "/health/ready",
                "/nothing.jsp",
                "/console/",
                "/"
            })
    void administrationAndOperationAreNotReachable(String path) throws IOException {
        int status = peer.get(path, Credentials.ADMIN).status();
        assertThat(status).as(path).isBetween(400, 499).isNotIn(401, 403);
    }

    @Test
    void tokensAreNotGivenThere() throws IOException {
        peer.requestToken(Credentials.ADMIN).problem(404, "not-found").withoutEffect();
    }

    @Test
    void intranetAccountIsUnknownOnTheExtranet() throws IOException {
        String own = tickets.token(Credentials.SHOP);
        for (Credentials shown :
                new Credentials[] {Credentials.NONE, Credentials.ADMIN, Credentials.bearer(own)}) {
            peer.call("ticket.issue")
                    .as(shown)
                    .text("ISSUE")
                    .send()
                    .problem(401, "authentication-failed")
                    .withoutEffect();
        }
    }
}
