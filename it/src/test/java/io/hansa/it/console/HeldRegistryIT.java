package io.hansa.it.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.CommandLineSystem;
import io.hansa.it.system.CommandLineSystem.Outcome;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Offer;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.ProxySystem;
import jakarta.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows vanish from a PostgreSQL; an administrator sees what would be lost, and decides. */
@WithConsole
class HeldRegistryIT {
    private static final String PASSWORD = System.getenv("HANSA_ADMIN_PASSWORD");
    private static final String CAPABILITY = "held.echo";

    private static PostgresSystem database;
    private static MicroSystem node;
    private static ProxySystem proxy;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresSystem.start();
        node =
                MicroSystem.start(
                        database.node(List.of("-Dhansa.proxy.id=held", "-Dhansa.node.id=only")));
        proxy = new ProxySystem("held", node.base(), Credentials.basic("admin", PASSWORD));
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
    void administratorRejectsALossInTheConsole(ConsoleSite site) throws Exception {
        try (BusinessServerSystem server = BusinessServerSystem.that(Manners.ECHO);
                Offer offer = proxy.offerToNobody(CAPABILITY, server);
                Person admin = site.anybodyAt(proxy)) {
            offer.permit("account:admin");
            call();
            admin.prefers("en", "light");
            admin.signIn("admin", PASSWORD);
            admin.goTo("held");
            admin.sees("No revision of the registry is held.");

            loseServers();
            admin.goTo("overview");
            admin.sees("Registry revision held");
            admin.clicks("Look at it");
            admin.sees("What would be lost");
            admin.sees(server.id());
            admin.clicks("Preview the acceptance");
            admin.sees("removed server " + server.id());
            admin.clicks("Cancel");
            admin.clicks("Preview the rejection");
            admin.sees("new server " + server.id());
            admin.types("Reason", "wrong script");
            admin.clicks("Reject: write it back");

            admin.sees("Decided; in force as revision");
            admin.sees("No revision of the registry is held.");
            call();
            assertThat(proxy.administration().get("/servers/" + server.id()).ok().text())
                    .contains(CAPABILITY);
        }
    }

    @Test
    void commandsShowAcceptAndReject(ConsoleSite site, @TempDir Path directory) throws Exception {
        CommandLineSystem hansa = CommandLineSystem.unpack(directory, Map.of("ADMIN", PASSWORD));
        Outcome signedIn =
                hansa.run(
                        "login",
                        proxy.base().toString(),
                        "--account",
                        "admin",
                        "--password",
                        "env:ADMIN");
        assertThat(signedIn.status()).isZero();
        assertThat(hansa.run("registry", "held").status()).isZero();
        for (int i = 0; i < 5; i++) {
            proxy.administration()
                    .put("/groups/held-" + i, Json.createObjectBuilder().build())
                    .status(201);
        }
        long revision = revision();

        database.sql("update registry_revision set revision = revision - 3");
        awaitHeld();

        Outcome held = hansa.run("registry", "held");
        assertThat(held.status()).isEqualTo(1);
        assertThat(held.out()).contains("went back", "revision " + revision + " stays in force");
        assertThat(hansa.run("registry", "accept", "--dry-run").status()).isZero();
        awaitHeld();
        Outcome accepted = hansa.run("registry", "accept", "--reason", "restored on purpose");
        assertThat(accepted.status()).isZero();
        assertThat(accepted.out()).contains("In force as revision");
        assertThat(hansa.run("registry", "held").out()).contains("Nothing is held.");
        assertThat(revision()).isGreaterThan(revision);
        assertThat(hansa.run("registry", "reject").status()).as("nothing to decide").isEqualTo(1);
        assertThat(proxy.administration().get("/audit?kind=registry").ok().text())
                .contains("restored on purpose");
    }

    private static void call() throws IOException {
        proxy.call(CAPABILITY).as(Credentials.basic("admin", PASSWORD)).text("x").send().ok();
    }

    private static void loseServers() throws Exception {
        database.sql(
                "delete from server_capability",
                "delete from business_server",
                "update registry_revision set revision = revision + 1");
        awaitHeld();
        call();
    }

    private static void awaitHeld() {
        await("it is held")
                .atMost(Duration.ofSeconds(5))
                .until(
                        () ->
                                proxy.administration()
                                        .get("/registry/held")
                                        .ok()
                                        .json()
                                        .getBoolean("held"));
    }

    private static long revision() throws IOException {
        return proxy.administration()
                .get("/nodes")
                .ok()
                .json()
                .getJsonArray("nodes")
                .getJsonObject(0)
                .getJsonNumber("revision")
                .longValue();
    }
}
