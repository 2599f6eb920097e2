package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Changes take effect on running traffic within two seconds, and no request is lost by them (R18).
 */
@WithLeague
class ChangeUnderTrafficIT {
    private static final Duration EFFECTIVE = Duration.ofSeconds(2);

    private final ProxySystem shopA;

    ChangeUnderTrafficIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void serverIsRemovedAndRestoredWithoutFailedRequest() throws Exception {
        try (BusinessServerSystem stays = BusinessServerSystem.that(Manners.ECHO);
                BusinessServerSystem leaves = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.traffic", stays).also(leaves);
                Traffic traffic = Traffic.to(shopA, offer.capability(), 4)) {
            seesRequests(stays);
            seesRequests(leaves);
            offer.enable(leaves, false);
            await().during(Duration.ofMillis(500))
                    .atMost(EFFECTIVE)
                    .until(leaves::requests, new Unchanged<>());
            seesRequests(stays);
            offer.enable(leaves, true);
            seesRequests(leaves);
            assertThat(traffic.stop()).as("requests answered").isGreaterThan(50);
        }
    }

    private static void seesRequests(BusinessServerSystem server) {
        int before = server.requests();
        await(server.id() + " sees requests")
                .atMost(EFFECTIVE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> server.requests() > before + 2);
    }

    @Test
    void aRevokedPermissionIsRefusedWithinTwoSeconds() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.revoked", server)) {
            String grant = offer.permit("account:admin");
            assertThat(status(offer)).isEqualTo(200);
            shopA.administration().delete("/permissions/" + grant).status(204);
            await("the permission is gone")
                    .atMost(EFFECTIVE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> status(offer) == 403);
            int seen = server.requests();
            assertThat(status(offer)).isEqualTo(403);
            assertThat(server.requests()).isEqualTo(seen);
        }
    }

    private int status(Offer offer) throws IOException {
        return shopA.call(offer.capability()).as(Credentials.ADMIN).text("data").send().status();
    }
}
