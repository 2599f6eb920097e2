package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What permissions allow and deny, and how that is explained and reviewed. */
interface PermissionsView extends SeenProxy {
    @Test
    default void aDenialWinsAndIsNamed() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.rules.denied", server)) {
            offer.permit("account:admin");
            proxy().call(offer.capability()).as(admin()).text("a").send().ok();
            String denial = permit(member("capability", "single.rules.*").add("effect", "DENY"));
            try {
                String reason =
                        proxy().call(offer.capability())
                                .as(admin())
                                .text("a")
                                .send()
                                .problem(403, "permission-denied")
                                .withoutEffect()
                                .json()
                                .getString("reason");
                assertThat(reason).contains(denial, "denies single.rules.denied");
                JsonObject explained = explained("/permissions/explain", offer.capability());
                assertThat(explained.getBoolean("allowed")).isFalse();
                assertThat(explained.getString("reason")).isEqualTo(reason);
                assertThat(objects(explained, "grants"))
                        .extracting(grant -> grant.getString("id"))
                        .containsExactly(denial);
                assertThat(server.requests()).isOne();
            } finally {
                remove(denial);
            }
        }
    }

    @Test
    default void aPatternAllowsWhatItMatches() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.pattern.echo", server)) {
            String pattern = permit(member("capability", "single.pattern.*"));
            try {
                proxy().call(offer.capability()).as(admin()).text("a").send().ok();
            } finally {
                remove(pattern);
            }
            proxy().call(offer.capability())
                    .as(admin())
                    .text("a")
                    .send()
                    .problem(403, "permission-denied");
        }
    }

    @Test
    default void usedUpQuotaRefusesUntilPeriodEnds() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.quota", server)) {
            offer.permit(
                    "account:admin",
                    member("quota", Json.createObjectBuilder().add("perMonth", 2).build()));
            double before = metric("hansa_permission_quota_refused_total");
            proxy().call(offer.capability()).as(admin()).text("a").send().ok();
            proxy().call(offer.capability()).as(admin()).text("a").send().ok();

            Reply refused = proxy().call(offer.capability()).as(admin()).text("a").send();

            refused.problem(429, "rate-limited").withoutEffect();
            assertThat(Long.parseLong(refused.header("Retry-After")))
                    .isBetween(1L, Duration.ofDays(31).toSeconds());
            assertThat(server.requests()).isEqualTo(2);
            JsonObject explained = explained("/permissions/explain", offer.capability());
            assertThat(explained.getBoolean("allowed")).isFalse();
            JsonObject quota = objects(explained, "quotas").get(0);
            assertThat(quota.getInt("used")).isEqualTo(2);
            assertThat(quota.getInt("left")).isZero();
            assertThat(Instant.parse(quota.getString("until"))).isAfter(Instant.now());
            awaitMetric("hansa_permission_quota_refused_total", before + 1);
        }
    }

    @Test
    default void explainAndCallRefuseMissingServerAlike() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.gone", server)) {
            offer.permit("account:admin", member("server", "single-not-there"));
            String reason =
                    proxy().call(offer.capability())
                            .as(admin())
                            .text("a")
                            .send()
                            .problem(403, "permission-denied")
                            .withoutEffect()
                            .detail();
            assertThat(reason).contains("single-not-there, which is not entered here");
            JsonObject explained = explained("/permissions/explain", offer.capability());
            assertThat(explained.getBoolean("allowed")).isFalse();
            assertThat(explained.getString("reason")).isEqualTo(reason);
            assertThat(all("/permissions/dangling?limit=1000", "dangling"))
                    .extracting(name -> name.getString("name"))
                    .contains("server:single-not-there");
        }
    }

    @Test
    default void explainedRouteIsTheRouteOfACall() throws IOException {
        try (BusinessServerSystem one = BusinessServerSystem.that(Manners.ECHO);
                BusinessServerSystem other = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.route", one).also(other)) {
            offer.permit("account:admin");
            for (int call = 0; call < 3; call++) {
                List<JsonObject> candidates =
                        objects(explained("/explain/route", offer.capability()), "candidates");
                assertThat(candidates).hasSize(2);
                assertThat(candidates.get(0).getBoolean("taken")).isTrue();
                assertThat(candidates.get(0).getString("state")).isEqualTo("AVAILABLE");
                String server =
                        proxy().call(offer.capability())
                                .as(admin())
                                .text("a")
                                .send()
                                .ok()
                                .header("Hansa-Server");
                assertThat(candidates.get(0).getString("target"))
                        .isEqualTo("server:" + server.substring(server.indexOf('/') + 1));
            }
        }
    }

    @Test
    default void expiringAndUnusedPermissionsAreListed() throws IOException {
        Instant end = Instant.now().plus(Duration.ofDays(2));
        String id = permit(member("capability", "single.unused").add("validUntil", end.toString()));
        try {
            assertThat(ids("/permissions/expiring?limit=1000")).contains(id);
            assertThat(ids("/permissions/expiring?before=" + end.minusSeconds(60)))
                    .doesNotContain(id);
            String soon = Instant.now().plusSeconds(60).toString();
            assertThat(ids("/permissions/unused?limit=1000&since=" + soon)).contains(id);
            assertThat(ids("/permissions/unused?limit=1000")).doesNotContain(id);
            proxy().administration()
                    .get("/permissions/unused?until=x")
                    .problem(400, "request-invalid");
            proxy().administration()
                    .get("/permissions/expiring?before=soon")
                    .problem(400, "request-invalid");
        } finally {
            remove(id);
        }
    }

    @Test
    default void aUsedPermissionTellsWhenItWasUsed() throws IOException {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.used", server)) {
            String id = offer.permit("account:admin");
            proxy().call(offer.capability()).as(admin()).text("a").send().ok();
            String later = Instant.now().plus(Duration.ofHours(1)).toString();
            await("the use is written down")
                    .atMost(Duration.ofSeconds(15))
                    .until(
                            () ->
                                    all(
                                                    "/permissions/unused?limit=1000&since=" + later,
                                                    "permissions")
                                            .stream()
                                            .filter(one -> one.getString("id").equals(id))
                                            .anyMatch(one -> !one.isNull("lastUsed")));
        }
    }

    private JsonObject explained(String path, String capability) throws IOException {
        String query = "?subject=account:admin&capability=" + capability;
        return proxy().administration().get(path + query).ok().json();
    }

    private List<String> ids(String path) throws IOException {
        return all(path, "permissions").stream().map(one -> one.getString("id")).toList();
    }

    private List<JsonObject> all(String path, String list) throws IOException {
        return objects(proxy().administration().get(path).ok().json(), list);
    }

    private static List<JsonObject> objects(JsonObject json, String list) {
        return json.getJsonArray(list).stream().map(JsonValue::asJsonObject).toList();
    }

    private static JsonObjectBuilder member(String name, String value) {
        return Json.createObjectBuilder().add(name, value);
    }

    private static JsonObjectBuilder member(String name, JsonObject value) {
        return Json.createObjectBuilder().add(name, value);
    }

    private String permit(JsonObjectBuilder members) throws IOException {
        Administration administration = proxy().administration();
        return administration
                .post("/permissions", members.add("subject", "account:admin").build())
                .status(201)
                .json()
                .getString("id");
    }

    private void remove(String id) throws IOException {
        proxy().administration().delete("/permissions/" + id).status(204);
    }
}
