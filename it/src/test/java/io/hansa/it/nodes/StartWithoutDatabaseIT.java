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
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** A node that starts while its PostgreSQL is stopped or hangs. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class StartWithoutDatabaseIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    /** Two seconds until a node that starts knows that it gets no answer, and a busy machine. */
    private static final long START_MILLIS = 10_000;

    private static final JsonObject GROUP = Json.createObjectBuilder().build();

    private static PostgresSystem database;
    private static MicroSystem node;
    private static Path directory;
    private static int port;
    private static long usualStartMillis;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresSystem.start();
        directory = MicroSystem.freshDirectory();
        port = RunningServer.freePort();
        startNode();
        node.close();
        usualStartMillis = startNode();
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

    /** How many milliseconds that took. */
    private static long startNode() throws IOException {
        long began = System.nanoTime();
        node =
                MicroSystem.start(
                        database.node(List.of("-Dhansa.proxy.id=away", "-Dhansa.node.id=only")),
                        port,
                        directory);
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        Progress.say("The node was ready after %d ms.", millis);
        return millis;
    }

    /** What becomes of the database, and how it comes back. */
    private interface Part {
        void play() throws IOException;
    }

    @Test
    void nodeStartsWithoutDatabaseAndCatchesUp() throws Exception {
        startsWithoutDatabase("stopped", database::stop, database::startAgain);
    }

    @Test
    void nodeStartsWithFrozenDatabaseAndCatchesUp() throws Exception {
        startsWithoutDatabase("frozen", database::freeze, database::thaw);
    }

    private void startsWithoutDatabase(String how, Part away, Part back) throws Exception {
        ProxySystem proxy = new ProxySystem("away", node.base(), ADMIN);
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offer("away.start", server)) {
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(ADMIN));
            long revision = revision(proxy);
            await("the snapshot is written")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> snapshotHas(revision));
            node.close();
            away.play();
            try {
                assertThat(startNode()).as(how).isLessThan(usualStartMillis + START_MILLIS);

                servesFromSnapshot(proxy, token);
            } finally {
                back.play();
            }
            catchesUp(proxy, token);
        }
    }

    private static void servesFromSnapshot(ProxySystem proxy, Credentials token)
            throws IOException {
        JsonObject health = proxy.get("/health/ready").ok().json();
        assertThat(health.toString()).contains("\"databaseAway\":true", "registrySnapshotOf");
        proxy.call("away.start").as(token).text("by token").send().ok();
        proxy.call("away.start").as(ADMIN).text("by password").send().ok();
        proxy.administration()
                .put("/groups/away-night", GROUP)
                .problem(503, "registry-unavailable")
                .withoutEffect();
    }

    private static void catchesUp(ProxySystem proxy, Credentials token) throws IOException {
        await("changes are made again")
                .atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                proxy.administration().put("/groups/away-night", GROUP).status()
                                        < 300);
        await("the database is there again")
                .atMost(Duration.ofSeconds(10))
                .until(
                        () -> {
                            String text = proxy.get("/health/ready").ok().text();
                            return !text.contains("databaseAway")
                                    && !text.contains("registrySnapshotOf");
                        });
        proxy.call("away.start").as(token).header("Idempotency-Key", "k").text("x").send().ok();
        proxy.administration().delete("/groups/away-night").status(204);
    }

    private static long revision(ProxySystem proxy) throws IOException {
        return proxy.administration()
                .get("/nodes")
                .ok()
                .json()
                .getJsonArray("nodes")
                .getJsonObject(0)
                .getJsonNumber("revision")
                .longValue();
    }

    private static boolean snapshotHas(long revision) throws IOException {
        Path file = directory.resolve("hansa-registry-only.snapshot");
        return Files.exists(file)
                && new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                        .contains("\"revision\":" + revision + ",");
    }
}
