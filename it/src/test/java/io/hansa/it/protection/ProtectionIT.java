package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Administration;
import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.LeagueSystem;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Problem;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.ServiceCall;
import io.hansa.it.system.WithLeague;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Breakers, idempotency keys, ceilings and fallbacks as callers and administrators meet them. */
@WithLeague
class ProtectionIT {
    private final ProxySystem shopA;
    private final Administration administration;

    ProtectionIT(LeagueSystem league) {
        shopA = league.shopA();
        administration = shopA.administration();
    }

    @Test
    void deadServersCircuitOpensAndCloses() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.breaker", server)) {
            String breaker = "/breakers/server:" + server.id();
            server.refuse();
            await("the circuit is open").until(() -> call(offer).status() == 503);
            call(offer).problem(503, "circuit-open").withoutEffect();
            assertThat(administration.get(breaker).ok().json().getString("state"))
                    .isEqualTo("OPEN");
            server.listen();
            await("the circuit is closed").until(() -> call(offer).status() == 200);
        }
    }

    @Test
    void administratorsCircuitChangeIsAudited() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.forced", server)) {
            String breaker = "/breakers/server:" + server.id();
            administration.put(breaker, state("FORCED_OPEN")).ok();
            call(offer).problem(503, "circuit-open").withoutEffect();
            assertThat(server.requests()).isZero();
            assertThat(administration.get("/audit?limit=1").ok().text())
                    .contains("FORCED_OPEN", server.id(), "admin");
            administration.put(breaker, state("AUTOMATIC")).ok();
            call(offer).ok();
            administration.put("/breakers/server:nobody", state("FORCED_OPEN")).status(404);
            shopA.administration(Credentials.SHOP).get("/breakers").status(403);
        }
    }

    @Test
    void sameIdempotencyKeyGetsTheFirstReply() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(MoodyServer.working(300));
                Offer offer = shopA.offer("it.once", server)) {
            List<CompletableFuture<Reply>> twins =
                    List.of(keyed(offer, "a").sendAsync(), keyed(offer, "a").sendAsync());
            for (CompletableFuture<Reply> twin : twins) {
                assertThat(twin.get().ok().text()).isEqualTo("a");
            }
            Reply again = keyed(offer, "a").send().ok();
            assertThat(again.text()).isEqualTo("a");
            assertThat(again.header("Hansa-Server")).isEqualTo("shop-a/" + server.id());
            keyed(offer, "b").send().problem(422, "idempotency-key-reused").withoutEffect();
            assertThat(server.requests()).isEqualTo(1);
        }
    }

    @Test
    void accountOverItsRateGetsRetryAfter() throws Exception {
        JsonObject limited =
                Json.createObjectBuilder()
                        .add("password", "limited-once-a-minute")
                        .add(
                                "rateLimit",
                                Json.createObjectBuilder()
                                        .add("permits", 1)
                                        .add("perMillis", 60_000))
                        .build();
        Credentials account = Credentials.basic("it-limited", "limited-once-a-minute");
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offerToNobody("it.limited", server)) {
            administration.put("/accounts/it-limited", limited).status(201);
            offer.permit("account:it-limited");
            shopA.call(offer.capability()).as(account).text("x").send().ok();
            Reply refused = shopA.call(offer.capability()).as(account).text("x").send();
            Problem problem = refused.problem(429, "rate-limited");
            problem.withoutEffect();
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
            assertThat(server.requests()).isEqualTo(1);
        } finally {
            administration.deleteAll("/accounts/it-limited");
        }
    }

    @Test
    void fallbackAnswersWhileNoServerCan() throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = shopA.offer("it.fallback", server)) {
            JsonObject fallback =
                    Json.createObjectBuilder()
                            .add(
                                    "fallback",
                                    Json.createObjectBuilder()
                                            .add("contentType", "text/plain; charset=utf-8")
                                            .add("data", "später"))
                            .build();
            administration.put("/capabilities/it.fallback", fallback).ok();
            server.refuse();
            Reply reply = call(offer).ok();
            assertThat(reply.text()).isEqualTo("später");
            assertThat(reply.header("Hansa-Server")).isEqualTo("shop-a/fallback");
        }
    }

    private ServiceCall keyed(Offer offer, String data) {
        return shopA.call(offer.capability())
                .text(data)
                .header("Idempotency-Key", "it-" + System.identityHashCode(offer));
    }

    private Reply call(Offer offer) throws IOException {
        return shopA.call(offer.capability()).text("x").send();
    }

    private static JsonObject state(String state) {
        return Json.createObjectBuilder().add("state", state).build();
    }
}
