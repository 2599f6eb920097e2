package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Reply;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signing keys and their rotation, the end of tokens, and what an account does by itself. */
interface TokensView extends SeenProxy {
    String PASSWORD = "a password of its own";

    @Test
    default void accountSeesItselfWithAnyRole() throws IOException {
        put("selfish", "CALLER", "buyers");
        JsonObject me = as("selfish", PASSWORD).get("/me").ok().json();

        assertThat(me.getString("account")).isEqualTo("selfish");
        assertThat(me.getString("proxy")).isEqualTo(ID);
        assertThat(me.getString("node")).isNotBlank();
        assertThat(texts(me, "roles")).containsExactly("CALLER");
        assertThat(texts(me, "groups")).containsExactly("buyers");
        proxy().administration(Credentials.NONE).get("/me").problem(401, "authentication-failed");
    }

    @Test
    default void revokedTokensEndWithinTwoSeconds() throws IOException {
        put("revoked", "CALLER");
        Credentials token = token("revoked", PASSWORD);
        proxy().administration(token).get("/me").ok();

        revoke(proxy().administration(), "revoked").status(204);

        await("the token has ended")
                .atMost(Duration.ofSeconds(2))
                .until(() -> proxy().administration(token).get("/me").status() == 401);
        proxy().administration(token("revoked", PASSWORD)).get("/me").ok();
        revoke(proxy().administration(), "nobody-of-that-name").problem(404, "not-found");
        revoke(as("revoked", PASSWORD), "admin").problem(403, "permission-denied");
    }

    @Test
    default void anAccountChangesItsOwnPassword() throws IOException {
        put("renews", "CALLER");
        Credentials token = token("renews", PASSWORD);
        change(token, "not the old one", "quite another one").problem(401, "authentication-failed");
        change(token, PASSWORD, "short").problem(400, "request-invalid").withoutEffect();
        change(token, PASSWORD, PASSWORD).problem(400, "request-invalid").withoutEffect();

        change(token, PASSWORD, "quite another one").status(204);

        await("the token has ended")
                .atMost(Duration.ofSeconds(2))
                .until(() -> proxy().administration(token).get("/me").status() == 401);
        as("renews", PASSWORD).get("/me").problem(401, "authentication-failed");
        as("renews", "quite another one").get("/me").ok();
        assertThat(proxy().administration().get("/audit?limit=20").ok().text())
                .contains("\"passwordChanged\":true")
                .doesNotContain("quite another one");
    }

    @Test
    default void guessingAnOldPasswordIsSlowed() throws IOException {
        put("guessed", "CALLER");
        Credentials token = token("guessed", PASSWORD);
        for (int guess = 0; guess < 5; guess++) {
            change(token, "guess " + guess, "quite another one")
                    .problem(401, "authentication-failed");
        }

        Reply slowed = change(token, "guess 5", "quite another one");

        slowed.problem(429, "guessing-slowed").withoutEffect();
        assertThat(slowed.header("Retry-After")).isNotEmpty();
        proxy().administration(token).get("/me").ok();
    }

    @Test
    default void aNewKeyIsPublishedBeforeItSigns() throws IOException {
        put("signed", "CALLER");
        Credentials before = token("signed", PASSWORD);
        String active = key("active").getString("id");

        JsonObject rotated =
                proxy().administration()
                        .post("/keys/rotate", Json.createObjectBuilder().build())
                        .ok()
                        .json();

        assertThat(rotated.toString()).doesNotContain("\"d\"");
        JsonObject next = key("next");
        assertThat(Instant.parse(next.getString("since"))).isAfter(Instant.now());
        assertThat(published()).contains(active, next.getString("id"));
        proxy().administration(before).get("/me").ok();
        proxy().administration(token("signed", PASSWORD)).get("/me").ok();
        assertThat(key("active").getString("id")).isEqualTo(active);
    }

    @Test
    default void operatorsAndAuditorsReadKeysAndRotateNone() throws IOException {
        for (String role : new String[] {"OPERATOR", "AUDITOR"}) {
            put("reads-keys", role);
            as("reads-keys", PASSWORD).get("/keys").ok();
            as("reads-keys", PASSWORD)
                    .post("/keys/rotate", Json.createObjectBuilder().build())
                    .problem(403, "permission-denied");
        }
        put("reads-none", "CALLER");
        as("reads-none", PASSWORD).get("/keys").problem(403, "permission-denied");
    }

    private JsonObject key(String state) throws IOException {
        return proxy().administration().get("/keys").ok().json().getJsonArray("keys").stream()
                .map(JsonValue::asJsonObject)
                .filter(key -> key.getString("state").equals(state))
                .findFirst()
                .orElseThrow();
    }

    private List<String> published() throws IOException {
        return proxy().get("/.well-known/jwks.json").ok().json().getJsonArray("keys").stream()
                .map(key -> key.asJsonObject().getString("kid"))
                .toList();
    }

    private void put(String account, String role, String... groups) throws IOException {
        var named = Json.createArrayBuilder();
        for (String group : groups) {
            named.add(group);
        }
        assertThat(
                        proxy().administration()
                                .put(
                                        "/accounts/" + account,
                                        Json.createObjectBuilder()
                                                .add("password", PASSWORD)
                                                .add("groups", named)
                                                .add("roles", Json.createArrayBuilder().add(role))
                                                .build())
                                .status())
                .isIn(200, 201);
    }

    private static Reply revoke(Administration by, String account) throws IOException {
        return by.post(
                "/accounts/" + account + "/revoke-tokens", Json.createObjectBuilder().build());
    }

    private Reply change(Credentials by, String old, String next) throws IOException {
        return proxy().put(
                        "/api/v1/account/password",
                        by,
                        Json.createObjectBuilder().add("old", old).add("new", next).build());
    }

    private Administration as(String account, String password) {
        return proxy().administration(Credentials.basic(account, password));
    }

    private Credentials token(String account, String password) throws IOException {
        return Credentials.bearer(proxy().token(Credentials.basic(account, password)));
    }

    private static List<String> texts(JsonObject json, String member) {
        return json.getJsonArray(member).getValuesAs(JsonString::getString);
    }
}
