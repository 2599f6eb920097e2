package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * Passwords and tokens in an account's life: which are taken, when they end, and what a refusal
 * tells.
 */
interface CredentialsView extends SeenProxy {
    String OLD = "an old password";
    String NEW = "a new password";

    @Test
    default void newPasswordOrRemovedAccountEndsItsTokens() throws Exception {
        put("lives", Json.createObjectBuilder().add("password", OLD).build());
        Credentials first = token("lives", OLD);
        assertTaken(first);
        put("lives", Json.createObjectBuilder().add("password", NEW).build());
        assertEnded(first);

        Credentials second = token("lives", NEW);
        assertTaken(second);
        put("lives", Json.createObjectBuilder().add("enabled", false).build());
        assertEnded(second);
        put("lives", Json.createObjectBuilder().add("enabled", true).build());
        assertEnded(second);

        Credentials third = token("lives", NEW);
        assertTaken(third);
        assertThat(proxy().administration().deleteAll("/accounts/lives").status()).isEqualTo(204);
        put("lives", Json.createObjectBuilder().add("password", NEW).build());
        assertEnded(third);
    }

    /** By the number of hashes: one each time, and the same words. */
    @Test
    default void disabledAccountIsRefusedLikeAWrongPassword() throws Exception {
        put(
                "dormant",
                Json.createObjectBuilder().add("password", OLD).add("enabled", false).build());
        double hashes = metric("hansa_password_hashes_total");
        String right = refusal("dormant", OLD);
        String wrong = refusal("dormant", NEW);
        String unknown = refusal("nobody-of-that-name", OLD);

        assertThat(right).isEqualTo(wrong).isEqualTo(unknown);
        assertThat(metric("hansa_password_hashes_total") - hashes).isEqualTo(3);
    }

    @Test
    default void shortPasswordIsRefusedWithTheRemedy() throws Exception {
        for (String password : new String[] {"x", "        ", "short-1", "a-nul\u0000-inside"}) {
            String detail =
                    proxy().administration()
                            .put(
                                    "/accounts/short",
                                    Json.createObjectBuilder().add("password", password).build())
                            .problem(400, "request-invalid")
                            .withoutEffect()
                            .detail();
            assertThat(detail).startsWith("password ").doesNotContain(password);
        }
        proxy().administration().get("/accounts/short").problem(404, "not-found");
    }

    @Test
    default void refusedSignInsAreCountedByReason() throws Exception {
        proxy().administration(Credentials.basic("uncounted", "wrong"))
                .get("/accounts")
                .problem(401, "authentication-failed");
        assertThat(metric("hansa_authentication_refused_total{reason=\"account-unknown\"}"))
                .isPositive();
    }

    private String refusal(String account, String password) throws IOException {
        return proxy().requestToken(Credentials.basic(account, password))
                .problem(401, "authentication-failed")
                .withoutEffect()
                .detail();
    }

    private Credentials token(String account, String password) throws IOException {
        return Credentials.bearer(proxy().token(Credentials.basic(account, password)));
    }

    private void put(String account, JsonObject json) throws IOException {
        assertThat(proxy().administration().put("/accounts/" + account, json).status())
                .isIn(200, 201);
    }

    private void assertTaken(Credentials token) throws IOException {
        assertThat(status(token)).as("not permitted, but known").isEqualTo(403);
    }

    private void assertEnded(Credentials token) {
        await("the token has ended")
                .atMost(Duration.ofSeconds(2))
                .until(() -> status(token) == 401);
    }

    /** Of a request that an account without roles may not make. */
    private int status(Credentials token) throws IOException {
        return proxy().administration(token).get("/accounts").status();
    }
}
