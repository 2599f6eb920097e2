package io.hansa.it.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.CommandLineSystem;
import io.hansa.it.system.CommandLineSystem.Outcome;
import io.hansa.it.system.Manners;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What an administrator and an operator do with the command line, out of its archive. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class CommandLineIT {
    /** Two seconds, and as long as a busy machine takes to start the command twice. */
    private static final Duration IN_FORCE = Duration.ofSeconds(12);

    @TempDir private static Path directory;
    private static RunningServer server;
    private static CommandLineSystem hansa;

    @BeforeAll
    static void signIn() throws Exception {
        server = RunningServer.start("micro", "commanded", Map.of());
        hansa =
                CommandLineSystem.unpack(
                        directory,
                        Map.of("ADMIN", "of this test only", "CLERK", "of a clerk of this test"));
        assertThat(login("admin", "env:ADMIN", "default")).isZero();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void aGrantLetsACallerCallUntilItGoes() throws Exception {
        try (BusinessServerSystem echo = BusinessServerSystem.that(Manners.ECHO)) {
            done("put", "capability", "commands.echo", "--set", "replay=SAFE");
            done("put", "account", "clerk", "--new-password", "env:CLERK");
            Outcome entered =
                    hansa.runWith(
                            echo.entry("commands.echo").build().toString(),
                            "put",
                            "server",
                            echo.id(),
                            "-f",
                            "-");
            assertThat(entered.status()).isZero();
            assertThat(login("clerk", "env:CLERK", "clerk")).isZero();
            done("context", "use", "default");

            assertThat(explained().status()).isEqualTo(1);
            done(
                    "put",
                    "permission",
                    "--set",
                    "subject=account:clerk",
                    "--set",
                    "capability=commands.*");
            assertThat(explained().out()).startsWith("Yes.");
            await().atMost(IN_FORCE).until(() -> called().status() == 0);
            assertThat(called().out()).isEqualTo("hello");

            done("operate", "quarantine", echo.id(), "--for", "PT10M", "--reason", "is tested");
            await().atMost(IN_FORCE).until(() -> called().status() == 1);
            done("operate", "release", echo.id());
            await().atMost(IN_FORCE).until(() -> called().status() == 0);

            done("delete", "account", "clerk", "--cascade");
            await().atMost(IN_FORCE).until(() -> called().status() == 4);
            assertThat(done("audit").out()).contains("REMOVED").contains("clerk");
            done("audit", "verify");
        }
    }

    @Test
    void aDocumentIsComparedCheckedAndApplied() throws Exception {
        Path document = directory.resolve("registry.yaml");
        done("put", "group", "wholesale", "--set", "description=Large");
        done("export", "-f", document.toString());
        done("diff", "-f", document.toString());

        Files.writeString(document, Files.readString(document).replace("Large", "Larger"));
        Outcome differing = hansa.run("diff", "-f", document.toString());
        assertThat(differing.status()).isEqualTo(1);
        assertThat(differing.out()).contains("- description: Large", "+ description: Larger");
        done("lint", "-f", document.toString());
        done("apply", "-f", document.toString(), "--reason", "is tested");
        assertThat(done("get", "group", "wholesale", "-o", "json").out()).contains("Larger");

        Files.writeString(document, "groups:\n- name: 1\n  size: 2\n");
        assertThat(hansa.run("lint", "-f", document.toString()).status()).isEqualTo(1);
        assertThat(hansa.run("apply", "-f", document.toString()).status()).isEqualTo(2);
    }

    @Test
    void theDoctorSaysWhatItFinds() throws Exception {
        Outcome told = hansa.run("doctor");

        assertThat(told.out())
                .contains("The proxy answers at", "It is ready.", "You are admin (ADMIN)");
    }

    @Test
    void aProxyThatIsAwayIsExitStatusThree() throws Exception {
        Outcome told = hansa.run("capabilities", "--url", "http://127.0.0.1:1");

        assertThat(told.status()).isEqualTo(3);
        assertThat(told.err()).contains("did not answer");
    }

    @Test
    void aWrongPasswordIsExitStatusFour() throws Exception {
        Outcome told =
                hansa.run(
                        "get",
                        "accounts",
                        "--url",
                        server.proxy().base().toString(),
                        "--account",
                        "admin",
                        "--password",
                        "env:CLERK");

        assertThat(told.status()).isEqualTo(4);
    }

    private static int login(String account, String password, String name)
            throws IOException, InterruptedException {
        return hansa.run(
                        "login",
                        server.proxy().base().toString(),
                        "--account",
                        account,
                        "--password",
                        password,
                        "--name",
                        name)
                .status();
    }

    private static Outcome explained() throws IOException, InterruptedException {
        return hansa.run("explain", "account:clerk", "commands.echo");
    }

    private static Outcome called() throws IOException, InterruptedException {
        return hansa.run("call", "commands.echo", "-d", "hello", "--context", "clerk");
    }

    private static Outcome done(String... arguments) throws IOException, InterruptedException {
        Outcome outcome = hansa.run(arguments);
        assertThat(outcome.status()).as(String.join(" ", arguments)).isZero();
        return outcome;
    }
}
