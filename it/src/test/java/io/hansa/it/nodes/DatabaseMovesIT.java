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
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RelaySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PostgreSQL of two nodes comes back at another address behind its name. */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DatabaseMovesIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final String NAME = "registry.moves.test";
    private static final String OLD = "127.0.0.2";
    private static final String NEW = "127.0.0.3";
    private static final String CAPABILITY = "moves.echo";

    private PostgresSystem database;
    private MicroSystem first;
    private MicroSystem second;

    @AfterEach
    void stop() throws IOException {
        for (MicroSystem node : new MicroSystem[] {first, second}) {
            if (node != null) {
                node.close();
            }
        }
        if (database != null) {
            database.close();
        }
    }

    /**
     * @param vanishes whether the old address says nothing more, or refuses connections
     * @param seconds what docs/operating.md says
     */
    @ParameterizedTest
    @CsvSource({"false,10", "true,45"})
    void nodesFindTheDatabaseAtItsNewAddress(boolean vanishes, int seconds) throws Exception {
        database = PostgresSystem.start();
        int port = RunningServer.freePort();
        Path hosts = Files.createTempFile("hosts", ".txt");
        name(hosts, OLD);
        try (RelaySystem before = RelaySystem.start(OLD, port, database.port());
                BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO)) {
            first = node("first", hosts, port);
            second = node("second", hosts, port);
            List<ProxySystem> nodes = List.of(proxy(first), proxy(second));
            Offer offer = nodes.get(0).offerToNobody(CAPABILITY, server);
            offer.permit("account:admin");
            for (ProxySystem node : nodes) {
                await().until(() -> keyed(node, "before") == 200);
            }

            if (vanishes) {
                before.fallSilent();
            } else {
                before.close();
            }
            for (ProxySystem node : nodes) {
                await("the database is away at " + node)
                        .atMost(Duration.ofSeconds(10))
                        .until(() -> isAway(node));
                node.call(CAPABILITY).as(ADMIN).text("without a key").send().ok();
            }
            name(hosts, NEW);
            long moved = System.nanoTime();
            try (RelaySystem after = RelaySystem.start(NEW, port, database.port())) {
                for (ProxySystem node : nodes) {
                    await("the database is there again at " + node)
                            .atMost(Duration.ofSeconds(seconds))
                            .until(() -> !isAway(node) && keyed(node, "after") == 200);
                    Progress.say(
                            "%s: the moved database was found after %d ms (old address silent: %s).",
                            node,
                            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - moved),
                            vanishes);
                }
                Duration left = Duration.ofNanos(moved - System.nanoTime()).plusSeconds(seconds);
                assertThat(left).isPositive();
                changeReachesBoth(nodes, left);
            }
        }
    }

    /**
     * A node that was reading changes when the old address vanished does so again after the
     * driver's half a minute, while its requests found the new address before.
     */
    private static void changeReachesBoth(List<ProxySystem> nodes, Duration within)
            throws IOException {
        nodes.get(1)
                .administration()
                .put("/groups/moved", Json.createObjectBuilder().build())
                .status(201);
        await("the change of one node is in force at the other")
                .atMost(within)
                .until(
                        () ->
                                nodes.get(0)
                                        .administration()
                                        .get("/groups?q=moved")
                                        .ok()
                                        .text()
                                        .contains("\"moved\""));
    }

    private static boolean isAway(ProxySystem node) throws IOException {
        return node.get("/health/ready").ok().text().contains("\"databaseAway\":true");
    }

    private static int keyed(ProxySystem node, String key) throws IOException {
        return node.call(CAPABILITY)
                .as(ADMIN)
                .withinMillis(2000)
                .header("Idempotency-Key", key)
                .text("with a key")
                .send()
                .status();
    }

    /** Such a file is all that the node's Java asks about names. */
    private static void name(Path hosts, String address) throws IOException {
        String own = InetAddress.getLocalHost().getHostName();
        Path next = Files.createTempFile("hosts", ".next");
        Files.writeString(
                next, "127.0.0.1 localhost\n127.0.0.1 %s\n%s %s\n".formatted(own, address, NAME));
        Files.move(next, hosts, StandardCopyOption.ATOMIC_MOVE);
        Progress.say("%s is %s now.", NAME, address);
    }

    private static ProxySystem proxy(MicroSystem node) {
        return new ProxySystem("moves", node.base(), ADMIN);
    }

    private MicroSystem node(String name, Path hosts, int port) throws IOException {
        MicroOrder order =
                database.node(
                        List.of(
                                "-Dhansa.proxy.id=moves",
                                "-Dhansa.node.id=" + name,
                                "-Dhansa.secret.key-file=" + hosts + ".key",
                                "-Djdk.net.hosts.file=" + hosts));
        String url = "jdbc:postgresql://%s:%d/postgres".formatted(NAME, port);
        return MicroSystem.start(order.with(Map.of("HANSA_DB_URL", url)));
    }
}
