package io.hansa.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code ./hansa run micro} with a directory that stays, and without one. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RunMicroIT {
    private static final String ID = "kept";
    private static final JsonObject ACCOUNT =
            Json.createObjectBuilder().add("password", "of the account").build();

    @Test
    void accountsSurviveARestartWithData() throws IOException {
        Path data = RunningServer.freshData("micro", ID);
        try (RunningServer first = RunningServer.start("micro", ID, Map.of(), data)) {
            first.proxy().administration().put("/accounts/clerk", ACCOUNT).status(201);
            await().untilAsserted(
                            () ->
                                    assertThat(first.told())
                                            .contains("is ready at " + first.proxy().base())
                                            .contains("Try: curl " + first.proxy().base()));
            assertThat(first.told()).doesNotContain("\"Timestamp\"");
            assertThat(first.logged("\"Timestamp\"")).isTrue();
        }
        Map<String, String> withoutPassword = Map.of("HANSA_ADMIN_PASSWORD", "");
        try (RunningServer second = RunningServer.start("micro", ID, withoutPassword, data)) {
            second.proxy().administration().get("/accounts/clerk").ok();
        }
    }

    /** Without the change a node does not start where the machine's own name does not resolve. */
    @Test
    void theServersDescriptionLooksUpNoHostName() throws IOException {
        try (RunningServer started = RunningServer.start("micro", ID, Map.of(), null);
                JarFile server =
                        new JarFile(
                                Project.built(
                                                "proxy-ear/target/hansa-micro/runtime/runtime/payara.jar")
                                        .toFile())) {
            started.proxy().get("/health/ready").ok();
            byte[] description =
                    server.getInputStream(
                                    server.getEntry(
                                            "fish/payara/appserver/micro/services/data/InstanceDescriptorImpl.class"))
                            .readAllBytes();
            assertThat(new String(description, StandardCharsets.ISO_8859_1))
                    .contains("getLoopbackAddress")
                    .doesNotContain("getLocalHost");
        }
    }

    @Test
    void accountsAreGoneAtTheEndWithoutData() throws IOException {
        try (RunningServer first = RunningServer.start("micro", ID, Map.of(), null)) {
            first.proxy().administration().put("/accounts/clerk", ACCOUNT).status(201);
        }
        try (RunningServer second = RunningServer.start("micro", ID, Map.of(), null)) {
            second.proxy().administration().get("/accounts/clerk").problem(404, "not-found");
        }
    }
}
