package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ExtranetClient;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.PeerSystem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.TokenForge;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tokens by which peers show themselves (R5): each under its own certificate, in its own name, and
 * in time.
 */
@WithLeague
class PeerTokenIT {
    private final LeagueSystem league;
    private final ProxySystem tickets;
    private ExtranetClient shopA;

    PeerTokenIT(LeagueSystem league) {
        this.league = league;
        tickets = league.tickets();
    }

    @BeforeEach
    void takeThePlaceOfShopA() throws IOException, GeneralSecurityException {
        shopA = new ExtranetClient(league.extranetOfTickets(), league.identity("shop-a"));
    }

    @Test
    void thePeersTokenMustAgreeWithTheCertificate() throws Exception {
        try (PeerSystem other = new PeerSystem("it-peer")) {
            other.introduceTo(tickets);
            String grant =
                    tickets.administration()
                            .post(
                                    "/permissions",
                                    Json.createObjectBuilder()
                                            .add("subject", "peer:it-peer")
                                            .add("capability", "ticket.issue")
                                            .build())
                            .status(201)
                            .json()
                            .getString("id");
            try {
                tickets.call("ticket.issue").as(fresh(other)).text("ISSUE").send().ok();
                assertThat(refusedOverTheExtranet(fresh(other))).contains("it-peer", "shop-a");
            } finally {
                tickets.administration().delete("/permissions/" + grant);
                other.takeLeaveOf(tickets);
            }
        }
    }

    private static Credentials fresh(PeerSystem peer) throws Exception {
        return Credentials.bearer(peer.tokens().sign("shop", "tickets"));
    }

    @Test
    void expiredOrMisaddressedPeerTokenIsRefused() throws Exception {
        try (PeerSystem other = new PeerSystem("it-late-peer")) {
            other.introduceTo(tickets);
            try {
                Instant past = Instant.now().minusSeconds(60);
                String expired = other.tokens().sign("shop", "tickets", past);
                assertThat(refusedOverTheIntranet(expired)).contains("expired");
                assertThat(refusedOverTheIntranet(expired)).contains("expired");
                String elsewhere = other.tokens().sign("shop", "shop-a");
                assertThat(refusedOverTheIntranet(elsewhere)).contains("another proxy");
            } finally {
                other.takeLeaveOf(tickets);
            }
        }
    }

    @Test
    void peerTokenWithForeignKeyIsRefused() throws Exception {
        String unknownKey = new TokenForge("shop-a", "unknown").sign("shop", "tickets");
        refusedOverTheIntranet(unknownKey);
        refusedOverTheExtranet(Credentials.bearer(unknownKey));
    }

    private String refusedOverTheExtranet(Credentials shown) throws IOException {
        return shopA.call("ticket.issue")
                .as(shown)
                .text("ISSUE")
                .send()
                .problem(401, "authentication-failed")
                .withoutEffect()
                .detail();
    }

    private String refusedOverTheIntranet(String token) throws IOException {
        return tickets.call("ticket.issue")
                .as(Credentials.bearer(token))
                .text("ISSUE")
                .send()
                .problem(401, "authentication-failed")
                .withoutEffect()
                .detail();
    }
}
