package io.hansa.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node whose PostgreSQL hangs or loses rows while it is at work. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseAwayIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final int SECONDS = 8;
    private static final int PER_SECOND = 25;
    private static final int TIMEOUT_MILLIS = 2000;
    private static final int READ_EVERY = 5;

    /** Five seconds until the database counts as away, and a busy machine. */
    private static final int READ_MILLIS = 6500;

    private static PostgresSystem database;
    private static MicroSystem node;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresSystem.start();
        node =
                MicroSystem.start(
                        database.node(List.of("-Dhansa.proxy.id=away", "-Dhansa.node.id=only")));
    }

    @AfterAll
    static void stop() throws IOException {
        if (node != null) {
            node.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void frozenDatabaseCostsOnlyRequestsWithKeys() throws Exception {
        ProxySystem proxy = new ProxySystem("away", node.base(), ADMIN);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("away.echo", server);
                AdministratorsReads administrators = new AdministratorsReads(proxy)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(ADMIN));
            call(proxy, token, "before", 0).join().ok();

            List<CompletableFuture<Timed>> keyed = new ArrayList<>();
            List<CompletableFuture<Timed>> plain = new ArrayList<>();
            List<CompletableFuture<Timed>> reads = new ArrayList<>();
            database.freeze();
            try {
                long begun = System.nanoTime();
                for (int i = 0; i < SECONDS * PER_SECOND; i++) {
                    LockSupport.parkNanos(
                            begun + TimeUnit.SECONDS.toNanos(i) / PER_SECOND - System.nanoTime());
                    plain.add(Timed.of(call(proxy, token, null, i)));
                    keyed.add(Timed.of(call(proxy, token, "frozen-" + i, i)));
                    if (i % READ_EVERY == 0) {
                        reads.add(administrators.next());
                    }
                }
                plain.forEach(CompletableFuture::join);
                keyed.forEach(CompletableFuture::join);
                reads.forEach(CompletableFuture::join);
                JsonObject health = proxy.get("/health/ready").ok().json();
                assertThat(health.toString()).contains("\"databaseAway\":true");
                assertThat(proxy.administration().get("/overview").ok().text())
                        .contains("registry-away");
            } finally {
                database.thaw();
            }
            long slowestPlain = slowest(plain);
            long slowestKeyed = slowest(keyed);
            Progress.say(
                    "Frozen: %d without key, slowest %d ms; %d with key, slowest %d ms;"
                            + " %d reads of administrators, slowest %d ms.",
                    plain.size(),
                    slowestPlain,
                    keyed.size(),
                    slowestKeyed,
                    reads.size(),
                    slowest(reads));
            assertThat(reads)
                    .allSatisfy(
                            timed ->
                                    timed.join()
                                            .reply()
                                            .problem(503, "registry-unavailable")
                                            .withoutEffect());
            assertThat(slowest(reads)).isLessThan(READ_MILLIS);

            assertThat(plain).allSatisfy(timed -> timed.join().reply().ok());
            assertThat(slowestPlain).isLessThan(TIMEOUT_MILLIS);
            assertThat(keyed)
                    .allSatisfy(
                            timed ->
                                    timed.join()
                                            .reply()
                                            .problem(503, "registry-unavailable")
                                            .withoutEffect());
            assertThat(slowestKeyed).isLessThan(TIMEOUT_MILLIS);

            int before = server.requests();
            await("requests with keys are served again")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> call(proxy, token, "frozen-0", 0).join().status() == 200);
            for (int i = 1; i < keyed.size(); i++) {
                call(proxy, token, "frozen-" + i, i).join().ok();
                call(proxy, token, "frozen-" + i, i).join().ok();
            }
            assertThat(server.requests() - before).as("each once").isEqualTo(keyed.size());
        }
    }

    @Test
    void vanishedRowsAreNotBelieved() throws Exception {
        ProxySystem proxy = new ProxySystem("away", node.base(), ADMIN);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("away.lost", server)) {
            offer.permit("account:admin");
            proxy.call("away.lost").as(ADMIN).text("x").send().ok();

            database.sql(
                    "delete from permission",
                    "delete from server_capability",
                    "delete from business_server",
                    "update registry_revision set revision = revision + 1");

            await("it is held")
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> held(proxy).getBoolean("held"));
            assertThat(held(proxy).toString()).contains("TAKEN_AWAY", server.id());
            assertThat(proxy.get("/metrics").ok().text())
                    .contains("hansa_registry_held{reason=\"TAKEN_AWAY\"} 1");
            proxy.call("away.lost").as(ADMIN).text("x").send().ok();

            proxy.administration()
                    .post("/registry/held/reject?reason=test", JsonValue.EMPTY_JSON_OBJECT)
                    .ok();

            assertThat(held(proxy)).hasToString("{\"held\":false}");
            proxy.call("away.lost").as(ADMIN).text("x").send().ok();
            assertThat(proxy.administration().get("/audit?kind=registry").ok().text())
                    .contains("reject");
            assertThat(proxy.administration().get("/audit/verify").ok().text()).contains("true");
        }
    }

    private static JsonObject held(ProxySystem proxy) throws IOException {
        return proxy.administration().get("/registry/held").ok().json();
    }

    private static CompletableFuture<Reply> call(
            ProxySystem proxy, Credentials as, String key, int number) {
        var call =
                proxy.call("away.echo")
                        .as(as)
                        .withinMillis(TIMEOUT_MILLIS)
                        .text("request " + number);
        return (key == null ? call : call.header("Idempotency-Key", key)).sendAsync();
    }

    private static long slowest(List<CompletableFuture<Timed>> all) {
        return all.stream().mapToLong(timed -> timed.join().millis()).max().orElse(0);
    }
}
