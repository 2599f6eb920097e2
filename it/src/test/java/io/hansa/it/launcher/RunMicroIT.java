package io.hansa.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.Project;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
        Credentials token;
        try (RunningServer first = RunningServer.start("micro", ID, Map.of(), data)) {
            first.proxy().administration().put("/accounts/clerk", ACCOUNT).status(201);
            await().untilAsserted(
                            () ->
                                    assertThat(first.told())
                                            .contains("is ready at " + first.proxy().base())
                                            .contains("Try: curl " + first.proxy().base()));
            assertThat(first.told()).doesNotContain("\"Timestamp\"");
            assertThat(first.logged("\"Timestamp\"")).isTrue();
            token = Credentials.bearer(first.proxy().token(RunningServer.ADMIN));
        }
        Map<String, String> withoutPassword = Map.of("HANSA_ADMIN_PASSWORD", "");
        try (RunningServer second = RunningServer.start("micro", ID, withoutPassword, data)) {
            second.proxy().administration().get("/accounts/clerk").ok();
            second.proxy().administration(token).get("/accounts/clerk").ok();
        }
    }

    @Test
    void startWithoutPasswordMakesAOneTimePassword() throws IOException {
        Path data = RunningServer.freshData("micro", ID);
        Path file = data.resolve("hansa-admin-password");
        Map<String, String> withoutPassword = Map.of("HANSA_ADMIN_PASSWORD", "");
        try (RunningServer first = RunningServer.start("micro", ID, withoutPassword, data)) {
            await().until(() -> first.told().contains(file.toString()));
            assertThat(first.logged(file.toString())).isTrue();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            String secret = Files.readString(file).strip();
            assertThat(first.told()).doesNotContain(secret);
            assertThat(first.logged(secret)).isFalse();
            Credentials oneTime = Credentials.basic("admin", secret);
            first.proxy()
                    .administration(oneTime)
                    .get("/accounts")
                    .problem(403, "password-change-required");
            first.proxy().requestToken(oneTime).problem(403, "password-change-required");
            first.proxy()
                    .call("any")
                    .as(oneTime)
                    .text("x")
                    .send()
                    .problem(403, "password-change-required");

            first.proxy()
                    .put(
                            "/api/v1/account/password",
                            oneTime,
                            Json.createObjectBuilder()
                                    .add("old", secret)
                                    .add("new", "of this test only")
                                    .build())
                    .status(204);

            await().until(() -> Files.notExists(file));
            first.proxy().administration().get("/accounts").ok();
            first.proxy()
                    .administration(oneTime)
                    .get("/accounts")
                    .problem(401, "authentication-failed");
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
