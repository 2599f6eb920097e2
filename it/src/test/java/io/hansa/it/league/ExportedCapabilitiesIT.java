package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.ExtranetClient;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What another organization is told: what it may use, and no more. */
@WithLeague
class ExportedCapabilitiesIT {
    private static final String CAPABILITIES = "/api/v1/capabilities";

    private final LeagueSystem league;
    private final ProxySystem tickets;
    private ExtranetClient shopA;

    ExportedCapabilitiesIT(LeagueSystem league) {
        this.league = league;
        this.tickets = league.tickets();
    }

    @BeforeEach
    void asShopA() throws IOException, GeneralSecurityException {
        shopA = new ExtranetClient(league.extranetOfTickets(), league.identity("shop-a"));
    }

    @Test
    void aPeerSeesWhatItMayUse() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = tickets.offerToNobody("ticket.internal", server)) {
            assertThat(names(tickets.get(CAPABILITIES))).contains("ticket.internal");
            assertThat(names(exported()))
                    .contains("ticket.issue")
                    .doesNotContain("ticket.internal");

            offer.permit("peer:shop-a");

            assertThat(names(exported())).contains("ticket.internal");
        }
    }

    @Test
    void aPeerHearsNothingOfOthers() throws IOException {
        JsonObject told = exported().json();

        assertThat(told).doesNotContainKeys("peers", "iiop");
        assertThat(told.getString("proxy")).isEqualTo("tickets");
        assertThat(capabilities(exported()))
                .extracting(one -> one.getString("via"))
                .containsOnly("local");
        assertThat(tickets.get(CAPABILITIES).ok().json()).containsKey("peers");
    }

    @Test
    void onePeersDocumentIsNotCachedForOthers() throws IOException {
        Reply told = exported();

        assertThat(told.header("Cache-Control")).contains("private");
        assertThat(told.header("ETag")).isNotEqualTo(tickets.get(CAPABILITIES).header("ETag"));
        assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(
                        shopA.get("/metrics", Credentials.NONE)
                                .status(404)
                                .header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
        assertThat(
                        shopA.call("ticket.issue")
                                .text("x")
                                .send()
                                .status(401)
                                .header("X-Content-Type-Options"))
                .isEqualTo("nosniff");
    }

    private Reply exported() throws IOException {
        return shopA.get(CAPABILITIES, Credentials.NONE).ok();
    }

    private static List<String> names(Reply reply) {
        return capabilities(reply).stream().map(one -> one.getString("name")).toList();
    }

    private static List<JsonObject> capabilities(Reply reply) {
        return reply.json().getJsonArray("capabilities").getValuesAs(JsonValue::asJsonObject);
    }
}
