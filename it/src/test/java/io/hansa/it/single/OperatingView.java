package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LegacySystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What operators do with servers: take them out of use for a time, try them, look at bytes. */
interface OperatingView extends SeenProxy {
    String ECHO = "\"framing\":{\"type\":\"delimiter\",\"hex\":\"0A\"},\"assist\":[]";

    @Test
    default void aQuarantinedServerGetsNothingUntilTheEnd() throws Exception {
        Administration admin = proxy().administration();
        try (LegacySystem server = new LegacySystem(ECHO, (in, out) -> in.transferTo(out));
                Offer offer = offer("single.operated", server)) {
            String id = server.id();
            ask(offer).ok();
            JsonObject set =
                    Json.createObjectBuilder()
                            .add("state", "QUARANTINED")
                            .add("reason", "a test")
                            .add("until", Instant.now().plusSeconds(6).toString())
                            .build();

            admin.put("/servers/" + id + "/override", set).status(201);

            Reply refused = ask(offer);
            assertThat(refused.problem(503, "circuit-open").withoutEffect().detail())
                    .contains(id + " is set QUARANTINED by admin until ", "(a test)");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 6);
            assertThat(health(id)).isEqualTo("QUARANTINED");
            assertThat(admin.get("/servers?state=QUARANTINED").ok().text()).contains(id);
            assertThat(admin.get("/overrides").ok().text()).contains("server:" + id);
            await().atMost(Duration.ofSeconds(15)).until(() -> ask(offer).status() == 200);
            await().atMost(Duration.ofSeconds(15))
                    .until(() -> !admin.get("/overrides").ok().text().contains("server:" + id));
            await().atMost(Duration.ofSeconds(15)).until(() -> health(id).equals("UP"));
            await().atMost(Duration.ofSeconds(15))
                    .untilAsserted(
                            () ->
                                    assertThat(recorded("server:" + id))
                                            .containsExactly(
                                                    "REMOVED hansa (until)", "CREATED admin"));
        }
    }

    @Test
    default void aForcedCircuitTellsWhoAndWhy() throws Exception {
        Administration admin = proxy().administration();
        try (LegacySystem server = new LegacySystem(ECHO, (in, out) -> in.transferTo(out));
                Offer offer = offer("single.forced", server)) {
            String breaker = "/breakers/server:" + server.id();
            ask(offer).ok();

            admin.putText(breaker, "{\"state\":\"FORCED_OPEN\",\"reason\":\"a test\"}").ok();

            assertThat(ask(offer).problem(503, "circuit-open").withoutEffect().detail())
                    .contains("FORCED_OPEN by admin without an end (a test)")
                    .doesNotContain("shortly");
            JsonObject route =
                    admin.get(
                                    "/explain/route?subject=account:admin&capability="
                                            + offer.capability())
                            .ok()
                            .json();
            assertThat(route.getJsonArray("candidates").getJsonObject(0).getString("why"))
                    .contains("FORCED_OPEN by admin");
            admin.putText(breaker, "{\"state\":\"AUTOMATIC\"}").ok();
            ask(offer).ok();
        }
    }

    @Test
    default void impossibleOverridesAreRefused() throws Exception {
        Administration admin = proxy().administration();
        try (LegacySystem server = new LegacySystem(ECHO, (in, out) -> in.transferTo(out));
                Offer offer = offer("single.refused", server)) {
            String path = "/servers/" + server.id() + "/override";
            String drain = "{\"state\":\"DRAINING\",\"reason\":\"r\"}";
            String past = drain.replace("}", ",\"until\":\"2020-01-31T08:00:00Z\"}");

            admin.putText(path, past).problem(400, "request-invalid");
            admin.putText(path, "{\"state\":\"DRAINING\"}").problem(400, "request-invalid");
            admin.putText(path, "{\"reason\":\"r\"}").problem(400, "request-invalid");
            admin.putText("/servers/none/override", drain).problem(404, "not-found");
            admin.putText("/nodes/none/override", drain).problem(404, "not-found");
            admin.putText("/breakers/server:none", "{\"state\":\"FORCED_OPEN\"}")
                    .problem(404, "not-found");
            admin.delete(path).problem(404, "not-found");
            ask(offer).ok();
        }
    }

    @Test
    default void callersMayNotTryServers() throws Exception {
        Administration admin = proxy().administration();
        admin.putText(
                "/accounts/curious",
                "{\"password\":\"a curious password\",\"roles\":[\"CALLER\"]}");
        Administration curious =
                proxy().administration(Credentials.basic("curious", "a curious password"));
        JsonObject nothing = Json.createObjectBuilder().build();
        for (String path :
                new String[] {
                    "/servers/any/try", "/servers/any/probe", "/framing/decode", "/assist/try"
                }) {
            curious.post(path, nothing).problem(403, "permission-denied");
        }
        curious.get("/overview").problem(403, "permission-denied");
        curious.get("/series").problem(403, "permission-denied");
        curious.get("/overrides").problem(403, "permission-denied");
        admin.delete("/accounts/curious");
    }

    @Test
    default void aTrialShowsBothSidesOfTheWire() throws Exception {
        Administration admin = proxy().administration();
        try (LegacySystem server = new LegacySystem(ECHO, (in, out) -> in.transferTo(out));
                Offer offer = offer("single.tried", server)) {
            JsonObject body = Json.createObjectBuilder().add("bodyText", "hello").build();

            JsonObject tried = admin.post("/servers/" + server.id() + "/try", body).ok().json();

            assertThat(tried.getString("outcome")).isEqualTo("REPLY");
            assertThat(tried.getJsonObject("sent").getString("hex")).isEqualTo("68656C6C6F0A");
            assertThat(tried.getJsonObject("received").getString("text")).isEqualTo("hello.");
            JsonObject probed =
                    admin.post(
                                    "/servers/" + server.id() + "/probe",
                                    Json.createObjectBuilder().build())
                            .ok()
                            .json();
            assertThat(probed.getBoolean("passed")).isTrue();
        }
    }

    @Test
    default void framesAndRulesAreLookedAt() throws IOException {
        Administration admin = proxy().administration();
        JsonObject framing =
                Json.createObjectBuilder().add("type", "length-prefix").add("bytes", 2).build();
        JsonObject frame =
                Json.createObjectBuilder().add("framing", framing).add("hex", "000348656C").build();

        JsonObject decoded = admin.post("/framing/decode", frame).ok().json();

        assertThat(decoded.getJsonArray("frames")).hasSize(1);
        JsonObject rules =
                Json.createObjectBuilder()
                        .add(
                                "rules",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("prefix", "ASK ")))
                        .add("bodyText", "ASK price.quote\n17")
                        .build();
        JsonObject tried = admin.post("/assist/try", rules).ok().json();
        assertThat(tried.getString("capability")).isEqualTo("price.quote");
    }

    @Test
    default void theOverviewAndTheSeriesAreThere() throws IOException {
        Administration admin = proxy().administration();

        assertThat(admin.get("/overview").ok().json().getJsonArray("findings")).isNotNull();
        JsonObject series = admin.get("/series?name=p99&by=capability").ok().json();
        assertThat(series.getInt("stepSeconds")).isEqualTo(5);
        admin.get("/series?name=colour").problem(400, "request-invalid");
    }

    /** What the audit record says of an override, newest first. */
    private List<String> recorded(String target) throws IOException {
        return proxy()
                .administration()
                .get("/audit?kind=override&key=" + target)
                .ok()
                .json()
                .getJsonArray("audit")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(record -> record.getString("action") + " " + record.getString("who"))
                .toList();
    }

    private String health(String server) throws IOException {
        return proxy().administration()
                .get("/servers/" + server + "/health")
                .ok()
                .json()
                .getString("state");
    }

    private Offer offer(String capability, LegacySystem server) throws IOException {
        Offer offer = proxy().offerToNobody(capability, server);
        offer.permit("account:admin");
        return offer;
    }

    private Reply ask(Offer offer) throws IOException {
        return proxy().call(offer.capability()).as(admin()).text("x").send();
    }
}
