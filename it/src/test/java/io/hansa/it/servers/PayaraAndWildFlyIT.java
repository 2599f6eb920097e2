package io.hansa.it.servers;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A proxy on Payara Server and one on WildFly ask each other over IIOP, in both directions (R4).
 */
@ExtendWith(Narrator.class)
class PayaraAndWildFlyIT {
    private static final Credentials SHOP = Credentials.basic("shop", "of a shop");
    private static final Map<String, String> SAME_SITE =
            Map.of(
                    "HANSA_PROXY_REGION", "shanghai",
                    "HANSA_PROXY_ORGANIZATION", "shop",
                    "HANSA_IIOP", "on");

    private static RunningServer payara;
    private static RunningServer wildfly;

    @BeforeAll
    static void start() throws IOException {
        payara = RunningServer.start("payara", "on-payara", SAME_SITE);
        wildfly = RunningServer.start("wildfly", "on-wildfly", SAME_SITE);
        for (RunningServer server : new RunningServer[] {payara, wildfly}) {
            server.proxy().administration().put("/accounts/shop", account()).status(201);
        }
        introduce(payara.proxy(), wildfly.proxy());
        introduce(wildfly.proxy(), payara.proxy());
    }

    @AfterAll
    static void stop() {
        for (RunningServer server : new RunningServer[] {payara, wildfly}) {
            if (server != null) {
                server.close();
            }
        }
    }

    @Test
    void serverBehindPayaraGetsHelpFromWildFly() throws Exception {
        helps(payara.proxy(), wildfly.proxy());
    }

    @Test
    void serverBehindWildFlyGetsHelpFromPayara() throws Exception {
        helps(wildfly.proxy(), payara.proxy());
    }

    @Test
    void thePeersRefusalIsTheCallers() throws Exception {
        refuses(payara.proxy(), wildfly.proxy());
        refuses(wildfly.proxy(), payara.proxy());
    }

    @Test
    void peersHangingServerCostsTheDeadlineOnly() throws Exception {
        hangs(payara.proxy(), wildfly.proxy());
        hangs(wildfly.proxy(), payara.proxy());
    }

    private static void helps(ProxySystem near, ProxySystem far) throws Exception {
        try (BusinessServerSystem asking =
                        BusinessServerSystem.that(Manners.asksFor("servers.second"));
                BusinessServerSystem helping = BusinessServerSystem.that(Manners.ECHO);
                Offer first = near.offer("servers.first", asking);
                Offer second = far.offer("servers.second", helping)) {
            near.awaitCapability(second.capability(), far);

            Reply reply =
                    near.call(first.capability()).as(SHOP).text("a basket, 1 \u20ac").send().ok();

            assertThat(reply.text()).isEqualTo("a basket, 1 \u20ac");
            assertThat(reply.header("Hansa-Path")).isEqualTo(near.id() + "," + far.id());
            assertThat(reply.header("Hansa-Server")).isEqualTo(far.id() + "/" + helping.id());
            assertThat(far.trace(reply.header("Hansa-Trace-Id"))).isNotEmpty();
        }
    }

    private static void refuses(ProxySystem near, ProxySystem far) throws Exception {
        try (BusinessServerSystem asking =
                        BusinessServerSystem.that(Manners.asksFor("servers.closed"));
                BusinessServerSystem closed = BusinessServerSystem.that(Manners.ECHO);
                Offer first = near.offer("servers.first", asking);
                Offer second = far.offerToNobody("servers.closed", closed)) {
            near.awaitCapability(second.capability(), far);

            Problem refusal =
                    near.call(first.capability())
                            .as(SHOP)
                            .text("data")
                            .send()
                            .problem(403, "permission-denied");

            assertThat(refusal.withUnknownEffect().json()).containsKey("reason");
            assertThat(closed.requests()).isZero();
        }
    }

    private static void hangs(ProxySystem near, ProxySystem far) throws Exception {
        try (BusinessServerSystem asking =
                        BusinessServerSystem.that(Manners.asksFor("servers.hanging"));
                BusinessServerSystem hanging = BusinessServerSystem.that(Manners.HANGS);
                Offer first = near.offer("servers.first", asking);
                Offer second = far.offer("servers.hanging", hanging)) {
            near.awaitCapability(second.capability(), far);

            near.call(first.capability())
                    .as(SHOP)
                    .text("data")
                    .withinMillis(700)
                    .send()
                    .problem(504, "deadline-exceeded")
                    .withUnknownEffect();
        }
    }

    private static JsonObject account() {
        return Json.createObjectBuilder()
                .add("password", "of a shop")
                .add("groups", Json.createArrayBuilder())
                .add("roles", Json.createArrayBuilder().add("CALLER"))
                .add("enabled", true)
                .build();
    }

    private static void introduce(ProxySystem to, ProxySystem peer) throws IOException {
        to.administration()
                .put(
                        "/peers/" + peer.id(),
                        Json.createObjectBuilder()
                                .add("url", peer.base().toString())
                                .add("link", "INTRANET")
                                .add("transport", "EJB")
                                .add("enabled", true)
                                .build())
                .status(201);
    }
}
