package io.hansa.it.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two nodes of one proxy tell the load of both (R7), until one of them dies. */
@ExtendWith(Narrator.class)
class TwoNodesIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final Path KEY_FILE =
            Project.path("it/target/two-nodes-%d.key".formatted(System.nanoTime()));
    private static final int CAPACITY = 20;
    private static final int IN_HAND = 8;

    private static EmbeddedPostgres database;
    private static MicroSystem first;
    private static MicroSystem second;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        first = node("first");
        second = node("second");
    }

    @AfterAll
    static void stop() throws IOException {
        for (AutoCloseable started : new AutoCloseable[] {first, second, database}) {
            if (started != null) {
                close(started);
            }
        }
    }

    @Test
    void nodesShowEachOthersLoadUntilOneDies() throws Exception {
        ProxySystem here = new ProxySystem("many", first.base(), ADMIN);
        ProxySystem there = new ProxySystem("many", second.base(), ADMIN);
        AnswersForAllNodes nodes = new AnswersForAllNodes(here, ADMIN);
        nodes.requireOfBoth(there);
        List<CompletableFuture<Reply>> waiting = new ArrayList<>();
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.HANGS);
                Offer offer = here.offer("nodes.slow", server)) {
            offer.permit("account:admin");
            await("the other node has it, too").until(() -> permits(there, "nodes.slow"));
            Credentials token = Credentials.bearer(there.token(ADMIN));
            for (int i = 0; i < IN_HAND; i++) {
                waiting.add(there.call("nodes.slow").as(token).text("x").sendAsync());
            }
            await("all are in hand").until(() -> server.requests() == IN_HAND);
            for (ProxySystem asked : new ProxySystem[] {here, there}) {
                await("the load of both is told by the node at " + asked)
                        .until(() -> near(load(asked), IN_HAND / (2.0 * CAPACITY)));
            }
            assertThat(nodes.list()).hasSize(2).allMatch(node -> node.getBoolean("counted"));
            assertThat(here.get("/metrics").ok().text()).contains("hansa_proxy_nodes 2.0");
            assertThat(here.get("/api/v1/capabilities").ok().json().getInt("loadAgeMillis"))
                    .isLessThan(3000);

            second.kill();

            await("the dead node's work no longer counts")
                    .atMost(Duration.ofSeconds(8))
                    .until(() -> load(here) == 0);
            assertThat(here.get("/metrics").ok().text()).contains("hansa_proxy_nodes 1.0");
            here.get("/health/ready").ok();
            assertThat(nodes.list())
                    .filteredOn(node -> !node.getBoolean("counted"))
                    .extracting(node -> node.getString("node"))
                    .containsExactly("second");
            await("the overview no longer speaks for the dead node")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> nodes.spokenFor().equals(List.of("first")));
            assertThat(nodes.overview().getJsonArray("findings").toString())
                    .contains("Node second has said nothing");
        }
    }

    @Test
    void tokenWorksOnBothNodesUntilRevoked() throws Exception {
        ProxySystem here = new ProxySystem("many", first.base(), ADMIN);
        MicroSystem third = node("third");
        try (third) {
            ProxySystem there = new ProxySystem("many", third.base(), ADMIN);
            Credentials token = Credentials.bearer(here.token(ADMIN));
            there.administration(token).get("/me").ok();
            assertThat(there.get("/.well-known/jwks.json").ok().text())
                    .isEqualTo(here.get("/.well-known/jwks.json").ok().text());

            here.administration()
                    .post("/accounts/admin/revoke-tokens", JsonValue.EMPTY_JSON_OBJECT)
                    .status(204);
            await("the other node ends it, too")
                    .atMost(Duration.ofSeconds(2))
                    .until(() -> there.administration(token).get("/me").status() == 401);

            here.administration().post("/keys/rotate", JsonValue.EMPTY_JSON_OBJECT).ok();
            await("the other node publishes the new key, too")
                    .atMost(Duration.ofSeconds(3))
                    .until(
                            () ->
                                    there.get("/.well-known/jwks.json")
                                                    .ok()
                                                    .json()
                                                    .getJsonArray("keys")
                                                    .size()
                                            == 2);
        }
    }

    /** By what is in force there, to which the permission came last. */
    private static boolean permits(ProxySystem asked, String capability) throws IOException {
        return asked.administration()
                .get("/permissions/explain?subject=account:admin&capability=" + capability)
                .ok()
                .json()
                .getBoolean("allowed");
    }

    private static boolean near(double load, double wanted) {
        return Math.abs(load - wanted) < 0.02;
    }

    private static double load(ProxySystem asked) throws IOException {
        return asked.get("/api/v1/capabilities").ok().json().getJsonNumber("load").doubleValue();
    }

    private static Path driver() {
        return Path.of(
                URI.create(
                        org.postgresql.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()));
    }

    private static MicroSystem node(String name) throws IOException {
        return MicroSystem.start(
                MicroOrder.node(
                        List.of(
                                "-Dhansa.proxy.id=many",
                                "-Dhansa.node.id=" + name,
                                "-Dhansa.secret.key-file=" + KEY_FILE,
                                "-Dhansa.node.capacity=" + CAPACITY),
                        driver(),
                        Map.of(
                                "HANSA_DB_URL",
                                database.getJdbcUrl("postgres", "postgres"),
                                "HANSA_DB_USER",
                                "postgres",
                                "HANSA_DB_PASSWORD",
                                "postgres")));
    }

    private static void close(AutoCloseable started) throws IOException {
        try {
            started.close();
        } catch (Exception failed) {
            throw new IOException("What a test started did not stop.", failed);
        }
    }
}
