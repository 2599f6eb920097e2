package io.hansa.it.league;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests that no business server may see (R2, R14): each names its reason and its trace. */
@WithLeague
class RefusalIT {
    private final ProxySystem shopA;
    private BusinessServerSystem server;
    private Offer offer;

    RefusalIT(LeagueSystem league) {
        shopA = league.shopA();
    }

    @BeforeEach
    void enterAServer() throws IOException {
        server = BusinessServerSystem.that(Manners.ECHO);
        offer = shopA.offer("it.refusal", server);
    }

    @AfterEach
    void takeItOut() throws IOException {
        offer.close();
        server.close();
    }

    @Test
    void withoutCredentialsTheCallerIsAskedForThem() throws IOException {
        Problem refusal = refused(Credentials.NONE, 401, "authentication-failed");
        assertThat(refusal.reply().header("WWW-Authenticate")).contains("Basic", "Bearer");
    }

    @Test
    void wrongPasswordIsRefusedLikeAnUnknownAccount() throws IOException {
        Problem wrong = refused(Credentials.basic("shop", "wrong"), 401, "authentication-failed");
        Problem unknown =
                refused(Credentials.basic("nobody", "wrong"), 401, "authentication-failed");
        assertThat(wrong.detail()).isEqualTo(unknown.detail());
    }

    @Test
    void accountWithoutPermissionIsRefusedWithTheReason() throws IOException {
        Problem refusal = refused(Credentials.ADMIN, 403, "permission-denied");
        assertThat(refusal.json().getString("reason")).isNotBlank();
    }

    @Test
    void aDisabledAccountIsRefused() throws IOException {
        Credentials credentials = Credentials.basic("it-guest", "once upon a time");
        JsonObject enabled =
                Json.createObjectBuilder()
                        .add("password", "once upon a time")
                        .add("roles", Json.createArrayBuilder().add("CALLER"))
                        .build();
        JsonObject disabled = Json.createObjectBuilder(enabled).add("enabled", false).build();
        shopA.administration().put("/accounts/it-guest", enabled).status(201);
        try {
            offer.permit("account:it-guest");
            shopA.call("it.refusal").as(credentials).text("while enabled").send().ok();
            String token = shopA.token(credentials);
            shopA.administration().put("/accounts/it-guest", disabled).ok();
            refused(credentials, 401, "authentication-failed", 1);
            refused(Credentials.bearer(token), 401, "authentication-failed", 1);
        } finally {
            shopA.administration().deleteAll("/accounts/it-guest");
        }
    }

    @Test
    void unofferedCapabilityIsUnknown() throws IOException {
        shopA.call("it.nobody-has-this")
                .text("data")
                .send()
                .problem(404, "capability-unknown")
                .withoutEffect();
    }

    @Test
    void anotherMethodThanPostIsNotAllowed() throws IOException {
        shopA.get("/api/v1/services/it.refusal").problem(405, "method-not-allowed").withoutEffect();
    }

    @Test
    void anAddressThatIsNoneIsNotFound() throws IOException {
        shopA.get("/api/v1/nothing/here").problem(404, "not-found").withoutEffect();
        shopA.get("/nothing/here").problem(404, "not-found").withoutEffect();
    }

    @Test
    void aDeadlineThatIsNoNumberIsInvalid() throws IOException {
        shopA.call("it.refusal")
                .header("Hansa-Timeout-Ms", "soon")
                .text("data")
                .send()
                .problem(400, "request-invalid")
                .withoutEffect();
    }

    private Problem refused(Credentials credentials, int status, String code) throws IOException {
        return refused(credentials, status, code, 0);
    }

    private Problem refused(Credentials credentials, int status, String code, int seen)
            throws IOException {
        Problem problem =
                shopA.call("it.refusal")
                        .as(credentials)
                        .text("not for everybody")
                        .send()
                        .problem(status, code)
                        .withoutEffect();
        assertThat(server.requests()).as("requests that reached the server").isEqualTo(seen);
        return problem;
    }
}
