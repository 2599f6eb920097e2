package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.OpenIdProvider;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Callers that an OpenID provider vouches for. */
interface ExternalIssuerView extends SeenProxy {
    @Test
    default void providersTokenStandsForItsAccountAndGroups() throws IOException {
        proxy().administration()
                .put("/accounts/corp-alice", Json.createObjectBuilder().build())
                .status(201);
        try {
            Credentials token =
                    OpenIdProvider.token("alice", OpenIdProvider.AUDIENCE, "idp-buyers", "other");
            await("the provider's keys are fetched")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> proxy().administration(token).get("/me").status() == 200);

            JsonObject me = proxy().administration(token).get("/me").ok().json();
            assertThat(me.getString("account")).isEqualTo("corp-alice");
            assertThat(me.getJsonArray("groups").getValuesAs(JsonString::getString))
                    .containsExactly("buyers");

            proxy().administration()
                    .post("/accounts/corp-alice/revoke-tokens", Json.createObjectBuilder().build())
                    .status(204);
            assertThat(refusal(token)).contains("was issued before");
        } finally {
            proxy().administration().delete("/accounts/corp-alice").status(204);
        }
        assertThat(refusal(OpenIdProvider.token("alice", OpenIdProvider.AUDIENCE)))
                .contains("does not exist here");
        assertThat(refusal(OpenIdProvider.token("alice", "another")))
                .contains("audience is not " + OpenIdProvider.AUDIENCE);
    }

    private String refusal(Credentials token) throws IOException {
        return proxy().administration(token)
                .get("/me")
                .problem(401, "authentication-failed")
                .withoutEffect()
                .detail();
    }
}
