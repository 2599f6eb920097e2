package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Without a grant nothing is allowed, and with one no more than was granted (R2, R16). */
@WithLeague
class PermissionIT {
    private final ProxySystem shopA;
    private final ProxySystem shopB;
    private final ProxySystem tickets;

    PermissionIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
        tickets = league.tickets();
    }

    @Test
    void callWithoutGrantIsDenied() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offerToNobody("it.closed", server)) {
            denied(offer, server);
        }
    }

    @Test
    void aGrantHoldsWithinItsTimeOnly() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offerToNobody("it.timed", server)) {
            String hourAgo = Instant.now().minusSeconds(3600).toString();
            String inAnHour = Instant.now().plusSeconds(3600).toString();
            offer.permit("account:shop", Json.createObjectBuilder().add("validUntil", hourAgo));
            offer.permit("account:shop", Json.createObjectBuilder().add("validFrom", inAnHour));
            denied(offer, server);
            offer.permit("account:shop", Json.createObjectBuilder().add("validUntil", inAnHour));
            shopA.call(offer.capability()).text("data").send().ok();
        }
    }

    @Test
    void aGrantForOneServerReachesNoOther() throws IOException {
        try (BusinessServerSystem granted = BusinessServerSystem.that(Manners.ECHO);
                BusinessServerSystem other = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offerToNobody("it.narrow", other).also(granted)) {
            offer.permit("account:shop", Json.createObjectBuilder().add("server", granted.id()));
            for (int call = 0; call < 4; call++) {
                String server =
                        shopA.call(offer.capability())
                                .text("data")
                                .send()
                                .ok()
                                .header("Hansa-Server");
                assertThat(server).isEqualTo("shop-a/" + granted.id());
            }
            assertThat(other.requests()).isZero();
        }
    }

    @Test
    void serverCannotExceedItsCallersPermissions() throws IOException {
        try (BusinessServerSystem asks = BusinessServerSystem.that(Manners.asksFor("it.secret"));
                BusinessServerSystem secret = BusinessServerSystem.that(Manners.ECHO);
                Offer open = shopA.offer("it.open", asks);
                Offer closed = shopA.offerToNobody("it.secret", secret)) {
            shopA.call(open.capability())
                    .text("data")
                    .send()
                    .problem(403, "permission-denied")
                    .withUnknownEffect();
            assertThat(secret.requests()).isZero();
            closed.permit("account:shop");
            shopA.call(open.capability()).text("data").send().ok();
        }
    }

    @Test
    void aPeerDecidesAboutItsOwnServers() throws IOException {
        try (BusinessServerSystem asks =
                        BusinessServerSystem.that(Manners.asksFor("ticket.theirs"));
                BusinessServerSystem theirs = BusinessServerSystem.that(Manners.ECHO);
                Offer open = shopA.offer("it.ours", asks);
                Offer closed = tickets.offer("ticket.theirs", theirs)) {
            shopA.call(open.capability()).text("data").send().problem(404, "capability-unknown");
            assertThat(theirs.requests()).as("a name says nothing in another company").isZero();
            closed.permit("peer:shop-a");
            shopA.awaitCapability("ticket.theirs", tickets);
            shopA.call(open.capability()).text("data").send().ok();
        }
    }

    @Test
    void intranetAccountIsTheSameOnBothProxies() throws IOException {
        try (BusinessServerSystem asks =
                        BusinessServerSystem.that(Manners.asksFor("it.next-door"));
                BusinessServerSystem nextDoor = BusinessServerSystem.that(Manners.ECHO);
                Offer open = shopA.offer("it.here", asks);
                Offer closed = shopB.offerToNobody("it.next-door", nextDoor)) {
            shopA.awaitCapability("it.next-door", shopB);
            shopA.call(open.capability()).text("data").send().problem(403, "permission-denied");
            assertThat(nextDoor.requests()).isZero();
            closed.permit("account:shop");
            shopA.call(open.capability()).text("data").send().ok();
        }
    }

    private void denied(Offer offer, BusinessServerSystem server) throws IOException {
        String reason =
                shopA.call(offer.capability())
                        .text("data")
                        .send()
                        .problem(403, "permission-denied")
                        .withoutEffect()
                        .json()
                        .getString("reason");
        assertThat(reason).isNotBlank();
        assertThat(server.requests()).isZero();
    }
}
