package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** One caller, and two servers of which one takes requests and never answers. */
interface HangingServersView extends SeenProxy {
    @Test
    default void aHangingServerCostsOneTimeLimitAPause() throws Exception {
        try (HangingServer good = new HangingServer(false);
                HangingServer bad = new HangingServer(false);
                Offer offer = offer("single.hanging", good, bad)) {
            bad.hang(true);
            await().until(() -> ask(offer).status() == 504);
            await().until(() -> ask(offer).status() == 504);
            await().until(() -> ask(offer).status() == 504);

            int lost = lost(offer, 4000);

            // Pauses of a second, of two, and of four.
            assertThat(lost).isBetween(1, 2);
            assertThat(health(bad).getString("state")).isEqualTo("DOWN");
            assertThat(breaker(bad).getString("why")).contains("got no answer in time");
            bad.hang(false);
            await().atMost(Duration.ofSeconds(5)).until(() -> isFrom(bad, ask(offer)));
            await().until(() -> asked(offer, bad).getString("state").equals("UP"));
            assertThat(lost(offer, 1000)).isZero();
        }
    }

    @Test
    default void aProbedServerThatHangsCostsNothing() throws Exception {
        Administration admin = proxy().administration();
        try (HangingServer good = new HangingServer(true);
                HangingServer bad = new HangingServer(true);
                Offer offer = offer("single.probed", good, bad)) {
            await().until(() -> isFrom(bad, ask(offer)));
            bad.hang(true);
            await().until(() -> asked(offer, bad).getString("state").equals("DOWN"));

            assertThat(lost(offer, 4000)).isZero();

            JsonObject health = health(bad);
            assertThat(health.getJsonObject("probe").getBoolean("passed")).isFalse();
            assertThat(health.getJsonObject("probe").getInt("inRow")).isPositive();
            awaitMetric("hansa_server_health{server=\"%s\",state=\"down\"}".formatted(bad.id()), 1);
            bad.hang(false);
            await().atMost(Duration.ofSeconds(5)).until(() -> isFrom(bad, ask(offer)));
            await().until(() -> health(bad).getString("state").equals("UP"));
            await().untilAsserted(
                            () ->
                                    assertThat(
                                                    admin.get("/audit?kind=health&key=" + bad.id())
                                                            .ok()
                                                            .text())
                                            .contains("its probe fails", "\"DOWN\"", "\"UP\""));
            assertThat(lost(offer, 1000)).isZero();
        }
    }

    /** How many requests of one sequential caller fail in that time. */
    private int lost(Offer offer, long millis) throws IOException {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        int lost = 0;
        while (System.nanoTime() - end < 0) {
            lost += ask(offer).status() == 200 ? 0 : 1;
        }
        return lost;
    }

    /** The health of the server, after one more request. */
    private JsonObject asked(Offer offer, HangingServer server) throws IOException {
        ask(offer);
        return health(server);
    }

    private JsonObject health(HangingServer server) throws IOException {
        return proxy().administration().get("/servers/" + server.id() + "/health").ok().json();
    }

    private JsonObject breaker(HangingServer server) throws IOException {
        return proxy().administration().get("/breakers/server:" + server.id()).ok().json();
    }

    private Offer offer(String capability, HangingServer good, HangingServer bad)
            throws IOException {
        Offer offer = proxy().offerToNobody(capability, good).also(bad);
        offer.permit("account:admin");
        return offer;
    }

    private Reply ask(Offer offer) throws IOException {
        return proxy().call(offer.capability()).as(admin()).text("x").send();
    }

    private static boolean isFrom(HangingServer server, Reply reply) {
        return reply.status() == 200 && reply.header("Hansa-Server").endsWith("/" + server.id());
    }
}
