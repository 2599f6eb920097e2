package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shipped WAR and resource adapter on the shipped Payara Micro, seen by callers and operators. */
@ExtendWith({SingleNode.class, Narrator.class, ArquillianExtension.class})
@RunAsClient
class SingleProxyIT implements OperatorsView, AdministratorsView, AuditorsView {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    private final ProxySystem proxy = new ProxySystem(SingleNode.ID, SingleNode.base(), ADMIN);

    @Deployment(testable = false)
    static WebArchive shipped() {
        return ShrinkWrap.createFromZipFile(
                WebArchive.class, Project.built("proxy-ear/target/hansa-micro/hansa.war").toFile());
    }

    @Override
    public ProxySystem proxy() {
        return proxy;
    }

    @Test
    void thePasswordIsTheOneOfTheEnvironmentAndNoDefault() throws IOException {
        proxy.administration(Credentials.ADMIN)
                .get("/accounts")
                .problem(401, "authentication-failed");
        proxy.administration(Credentials.NONE)
                .get("/accounts")
                .problem(401, "authentication-failed");
        proxy.administration().get("/accounts").ok();
    }

    @Test
    void aTokenIsVerifiedByThePublishedKeysAndExpires() throws Exception {
        String token = proxy.token(ADMIN);
        JwtClaims claims =
                new JwtConsumerBuilder()
                        .setVerificationKey(
                                JsonWebKey.Factory.newJwk(proxy.signingKey().toString()).getKey())
                        .setExpectedIssuer(SingleNode.ID)
                        .setExpectedAudience(SingleNode.ID)
                        .setRequireExpirationTime()
                        .build()
                        .processToClaims(token);
        assertThat(claims.getSubject()).isEqualTo("admin");
        assertThat(claims.getStringListClaimValue("groups")).contains("ADMIN");
        assertThat(proxy.signingKey()).doesNotContainKey("d");
        Credentials bearer = Credentials.bearer(token);
        proxy.administration(bearer).get("/accounts").ok();
        await("the token has expired")
                .atMost(Duration.ofSeconds(SingleNode.TOKEN_SECONDS + 5))
                .pollInterval(Duration.ofMillis(250))
                .until(() -> proxy.administration(bearer).get("/accounts").status() == 401);
        assertThat(
                        proxy.administration(bearer)
                                .get("/accounts")
                                .problem(401, "authentication-failed")
                                .withoutEffect()
                                .detail())
                .contains("expired");
    }

    @Test
    void aBusinessServerIsReachedThroughTheResourceAdapter() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("single.echo", server)) {
            offer.permit("account:admin");
            Reply reply = proxy.call(offer.capability()).as(ADMIN).text("hello").send().ok();
            assertThat(reply.text()).isEqualTo("hello");
            assertThat(reply.header("Hansa-Path")).isEqualTo(SingleNode.ID);
            assertThat(proxy.get("/metrics").ok().text())
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
    void theAdministrationIsClosedToStrangersHoweverItsAddressIsWritten(String address)
            throws IOException {
        assertThat(proxy.get(address).status()).isIn(400, 401, 404);
    }
}
