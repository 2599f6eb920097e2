package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a caller over REST is given and refused. */
interface CallersView extends SeenProxy {
    @Test
    default void administratorHasThePasswordOfTheEnvironment() throws IOException {
        proxy().administration(Credentials.ADMIN)
                .get("/accounts")
                .problem(401, "authentication-failed");
        proxy().administration(Credentials.NONE)
                .get("/accounts")
                .problem(401, "authentication-failed");
        proxy().administration().get("/accounts").ok();
    }

    @Test
    default void tokenIsVerifiedByPublishedKeysAndExpires() throws Exception {
        String token = proxy().token(admin());
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKey(
                                JsonWebKey.Factory.newJwk(proxy().signingKey().toString()).getKey())
                        .setExpectedIssuer(ID)
                        .setExpectedAudience(ID)
                        .setRequireExpirationTime()
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("admin");
        assertThat(claims.getStringListClaimValue("groups")).contains("ADMIN");
        assertThat(proxy().signingKey()).doesNotContainKey("d");
        Credentials bearer = Credentials.bearer(token);
        proxy().administration(bearer).get("/accounts").ok();
        await("the token has expired")
                .atMost(Duration.ofSeconds(TOKEN_SECONDS + 5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> proxy().administration(bearer).get("/accounts").status() == 401);
        assertThat(
                        proxy().administration(bearer)
                                .get("/accounts")
                                .problem(401, "authentication-failed")
                                .withoutEffect()
                                .detail())
                .contains("expired");
    }

    @Test
    default void businessServerIsReachedThroughTheResourceAdapter() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.echo", server)) {
            offer.permit("account:admin");
            Reply reply = proxy().call(offer.capability()).as(admin()).text("hello").send().ok();
            assertThat(reply.text()).isEqualTo("hello");
            assertThat(reply.header("Hansa-Path")).isEqualTo(ID);
            assertThat(proxy().get("/metrics").ok().text())
                    .contains("# TYPE hansa_requests_seconds")
                    .contains("capability=\"single.echo\"");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/admin/traces",
                "/api/v1/admin;x=1/traces",
                "/api/v1/admin;/traces",
                "/api/v1/admin/traces;x",
                "/api/v1/%61dmin/traces",
                "/api/v1//admin/traces",
                "/api/v1/./admin/audit"
            })
    default void theAdministrationIsClosedToStrangersHoweverItsAddressIsWritten(String address)
            throws IOException {
        assertThat(proxy().get(address).status()).isIn(400, 401, 404);
    }

    @Test
    default void dataUpToTheLimitIsPassedUnchanged() throws Exception {
        byte[] most = new byte[16 << 20];
        new Random(7).nextBytes(most);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offer("single.large", server)) {
            offer.permit("account:admin");
            assertThat(proxy().call(offer.capability()).as(admin()).bytes(most).send().ok().bytes())
                    .isEqualTo(most);
            proxy().call(offer.capability()).as(admin()).stream(new byte[most.length + 1])
                    .send()
                    .problem(413, "body-too-large")
                    .withoutEffect();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    default void unknownOrForbiddenCallerReachesNoServer() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy().offerToNobody("single.closed", server)) {
            for (Credentials wrong :
                    new Credentials[] {
                        Credentials.NONE,
                        Credentials.basic("admin", "wrong"),
                        Credentials.basic("nobody", "wrong"),
                        Credentials.bearer("a.b.c")
                    }) {
                proxy().call(offer.capability())
                        .as(wrong)
                        .text("data")
                        .send()
                        .problem(401, "authentication-failed")
                        .withoutEffect();
            }
            proxy().call(offer.capability())
                    .as(admin())
                    .text("data")
                    .send()
                    .problem(403, "permission-denied")
                    .withoutEffect();
            proxy().call("single.unknown")
                    .as(admin())
                    .text("data")
                    .send()
                    .problem(404, "capability-unknown")
                    .withoutEffect();
            assertThat(server.requests()).isZero();
        }
    }

    @Test
    default void hangingServerCostsItsCallerTheDeadlineOnly() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.HANGS);
                Offer offer = proxy().offer("single.hanging", server)) {
            offer.permit("account:admin");
            proxy().call(offer.capability())
                    .as(admin())
                    .text("data")
                    .withinMillis(300)
                    .send()
                    .problem(504, "deadline-exceeded")
                    .withUnknownEffect();
        }
    }
}
