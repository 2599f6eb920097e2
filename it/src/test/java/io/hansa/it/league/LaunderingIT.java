package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.PeerSystem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;

/** Another organization's caller cannot become an account on its way through a proxy of ours. */
@WithLeague
class LaunderingIT {
    private final ProxySystem shopA;
    private final ProxySystem shopB;

    LaunderingIT(LeagueSystem league) {
        shopA = league.shopA();
        shopB = league.shopB();
    }

    @Test
    void foreignCallerStaysForeignOnTheNextHop() throws Exception {
        try (PeerSystem bank = new PeerSystem("it-bank");
                BusinessServerSystem asks = BusinessServerSystem.that(Manners.asksFor("it.price"));
                BusinessServerSystem price = BusinessServerSystem.that(Manners.ECHO);
                Offer settle = shopA.offer("it.settle", asks);
                Offer closed = shopB.offer("it.price", price)) {
            bank.introduceTo(shopA, Json.createObjectBuilder().add("organization", "bank"));
            try {
                shopA.awaitCapability("it.price", shopB);
                settle.permit("peer:it-bank");

                call(asShop(bank)).problem(403, "permission-denied");
                call(delegated(bank, "peer:shop-b/shop", "it-bank", "shop-b"))
                        .problem(403, "permission-denied");
                call(delegated(bank, "peer:shop-a/shop", "it-bank", "shop-a"))
                        .problem(403, "permission-denied");
                assertThat(price.requests()).isZero();
                shopA.call("it.settle").text("data").send().ok();
                assertThat(price.requests()).isEqualTo(1);

                closed.permit("peer:it-bank/shop");
                String trace = call(asShop(bank)).ok().header("Hansa-Trace-Id");
                assertThat(shopB.trace(trace).get(0).getString("caller"))
                        .isEqualTo("peer:it-bank/shop via shop-a");
            } finally {
                bank.takeLeaveOf(shopA);
            }
        }
    }

    private static Credentials asShop(PeerSystem bank) throws Exception {
        return Credentials.bearer(bank.tokens().sign("shop", "shop-a"));
    }

    private Reply call(Credentials shown) throws Exception {
        return shopA.call("it.settle").as(shown).text("data").send();
    }

    private static Credentials delegated(PeerSystem bank, String subject, String... actors)
            throws Exception {
        return Credentials.bearer(bank.tokens().signDelegated(subject, "shop-a", actors));
    }
}
