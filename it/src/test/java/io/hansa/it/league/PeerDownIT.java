package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The loss of one proxy takes away only what no other proxy offers. The last class, since it costs
 * a proxy.
 */
@WithLeague
@Order(Integer.MAX_VALUE)
class PeerDownIT {
    private static final String SERVICE = "trade.settle";

    private final LeagueSystem league;
    private final ProxySystem shopA;

    PeerDownIT(LeagueSystem league) {
        this.league = league;
        shopA = league.shopA();
    }

    @Test
    void deadProxyTakesOnlyItsOwnServicesAway() throws IOException {
        shopA.call(SERVICE).text(Baskets.TICKET).send().ok();
        league.kill("tickets");
        Progress.say("The proxy tickets is gone.");
        ticketsAreOutOfReach();
        goodsAreSettled();
        await("shop-a has noticed")
                .atMost(Duration.ofSeconds(10))
                .until(
                        () ->
                                shopA.capability("ticket.issue")
                                        .filter(c -> c.getBoolean("available"))
                                        .isEmpty());
        ticketsAreOutOfReach();
        goodsAreSettled();
    }

    private void ticketsAreOutOfReach() throws IOException {
        shopA.call(SERVICE)
                .text(Baskets.TICKET)
                .send()
                .problem(502, "peer-unreachable")
                .withUnknownEffect();
    }

    private void goodsAreSettled() throws IOException {
        Reply goods = shopA.call(SERVICE).text(Baskets.GOODS).send().ok();
        assertThat(goods.header("Hansa-Path")).isEqualTo("shop-a,shop-b");
    }
}
