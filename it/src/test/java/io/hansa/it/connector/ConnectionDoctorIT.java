package io.hansa.it.connector;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Operators see each connection to a server and can take one, or the server, out of use. */
@WithLeague
class ConnectionDoctorIT {
    private static final JsonObject NOTHING = Json.createObjectBuilder().build();

    private final ProxySystem shopA;

    ConnectionDoctorIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @Test
    void connectionShowsTheTraceOfItsLastUse() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.doctor", server)) {
            assertThat(examined(server).getJsonArray("connections")).isEmpty();
            Reply reply = shopA.call(offer.capability()).text("x").send().ok();
            JsonObject connection = connection(server);
            assertThat(connection.getString("state")).isEqualTo("IDLE");
            assertThat(connection.getString("traceId")).isEqualTo(reply.header("Hansa-Trace-Id"));
            assertThat(connection.getInt("ageMillis"))
                    .isGreaterThanOrEqualTo(connection.getInt("unusedMillis"));
        }
    }

    @Test
    void connectionIsQuarantinedAndReleased() throws IOException {
        Administration admin = shopA.administration();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.doctor", server)) {
            shopA.call(offer.capability()).text("x").send().ok();
            String path = path(server) + "/" + connection(server).getString("id") + "/quarantine";
            admin.put(path, NOTHING).status(204);
            shopA.call(offer.capability()).text("x").send().ok();
            assertThat(examined(server).getJsonArray("connections")).hasSize(2);
            admin.delete(path).status(204);
            admin.delete(path).problem(404, "not-found");
            assertThat(admin.get("/audit?limit=2&kind=connection").ok().text())
                    .contains("\"kind\":\"connection\"")
                    .contains(server.id());
        }
    }

    @Test
    void serverIsQuarantinedAndReleased() throws IOException {
        Administration admin = shopA.administration();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.doctor", server)) {
            String path = path(server) + "/quarantine";
            admin.put(path, NOTHING).status(204);
            assertThat(examined(server).getBoolean("quarantined")).isTrue();
            shopA.call(offer.capability())
                    .text("x")
                    .send()
                    .problem(502, "server-unreachable")
                    .withoutEffect();
            assertThat(server.requests()).isZero();
            admin.delete(path).status(204);
            shopA.call(offer.capability()).text("x").send().ok();
        }
    }

    @Test
    void operatorsOperateAndCallersDoNot() throws IOException {
        Administration admin = shopA.administration();
        admin.put("/accounts/it-operator", account("OPERATOR")).status(201);
        admin.put("/accounts/it-caller", account("CALLER")).status(201);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.doctor", server)) {
            assertThat(offer.capability()).isNotBlank();
            Administration operator =
                    shopA.administration(Credentials.basic("it-operator", "a long password"));
            operator.get(path(server)).ok();
            operator.put(path(server) + "/quarantine", NOTHING).status(204);
            operator.delete(path(server) + "/quarantine").status(204);
            operator.put("/capabilities/it.other", NOTHING).problem(403, "permission-denied");
            Administration caller =
                    shopA.administration(Credentials.basic("it-caller", "a long password"));
            caller.get(path(server)).problem(403, "permission-denied");
            admin.get("/servers/none/connections").problem(404, "not-found");
        } finally {
            admin.delete("/accounts/it-operator").status(204);
            admin.delete("/accounts/it-caller").status(204);
        }
    }

    private JsonObject connection(BusinessServerSystem server) throws IOException {
        return examined(server).getJsonArray("connections").getJsonObject(0);
    }

    private JsonObject examined(BusinessServerSystem server) throws IOException {
        return shopA.administration().get(path(server)).ok().json();
    }

    private static String path(BusinessServerSystem server) {
        return "/servers/" + server.id() + "/connections";
    }

    private static JsonObject account(String role) {
        return Json.createObjectBuilder()
                .add("password", "a long password")
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
    }
}
