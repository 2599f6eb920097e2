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
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A node whose database is H2 in a file, and the file cannot grow: the system's limit for the size
 * of files has the same effect as a full disk, and needs no disk of its own.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class DiskFullIT {
    private static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final int MOST_UNTIL_FULL = 5000;
    private static final int WHILE_FULL = 50;
    private static final JsonObject GROUP = Json.createObjectBuilder().build();

    @Test
    void nodeServesWhileTheDiskIsFullAndRecoversByItself() throws Exception {
        Path directory = MicroSystem.freshDirectory();
        try (MicroSystem node =
                        MicroSystem.start(
                                MicroOrder.proxy(
                                        List.of("-Dhansa.proxy.id=full", "-Dhansa.node.id=only")),
                                RunningServer.freePort(),
                                directory);
                BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO)) {
            ProxySystem proxy = new ProxySystem("full", node.base(), ADMIN);
            Offer offer = proxy.offerToNobody("full.echo", server);
            offer.permit("account:admin");
            Credentials token = Credentials.bearer(proxy.token(ADMIN));
            call(proxy, token, "before").ok();

            node.limitFiles(Long.toString(databaseBytes(directory)));
            int sent = 0;
            Reply refused = call(proxy, token, "fill-" + sent);
            while (refused.status() == 200 && sent < MOST_UNTIL_FULL) {
                sent++;
                refused = call(proxy, token, "fill-" + sent);
            }
            Progress.say("After %d requests with a key: %s", sent, refused);
            refused.problem(503, "registry-unavailable").withoutEffect();
            int before = server.requests();
            for (int i = 0; i < WHILE_FULL; i++) {
                proxy.call("full.echo").as(token).text("plain " + i).send().ok();
            }
            assertThat(server.requests() - before).isEqualTo(WHILE_FULL);
            Reply change = proxy.administration().put("/groups/full-night", GROUP);
            if (change.status() != 201) {
                // H2 has found no room within its file.
                change.problem(503, "registry-unavailable").withoutEffect();
            }

            node.limitFiles("unlimited");

            await("requests with keys are served again")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> call(proxy, token, "after").status() == 200);
            await("changes are made again")
                    .atMost(Duration.ofSeconds(30))
                    .until(
                            () ->
                                    proxy.administration().put("/groups/full-night", GROUP).status()
                                            < 300);
            int again = server.requests();
            call(proxy, token, "after").ok();
            assertThat(server.requests()).as("kept").isEqualTo(again);
        }
    }

    private static Reply call(ProxySystem proxy, Credentials as, String key) throws IOException {
        return proxy.call("full.echo").as(as).header("Idempotency-Key", key).text(key).send();
    }

    /** The size of the largest file of the database. */
    private static long databaseBytes(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".mv.db"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElseThrow();
        }
    }
}
