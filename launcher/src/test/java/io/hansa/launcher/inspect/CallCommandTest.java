package io.hansa.launcher.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.CommandRun;
import io.hansa.launcher.proxy.FakeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallCommandTest {
    private static final String SERVICE = "/api/v1/services/price.quote";

    @TempDir private Path directory;
    private final FakeProxy proxy;

    CallCommandTest() throws IOException {
        proxy = new FakeProxy();
        proxy.answers(SERVICE, 200, "42");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void fileIsSentWithinTheTimeout() throws IOException {
        Path file = Files.writeString(directory.resolve("basket"), "2 x apple");

        CommandRun run = run("price.quote", "-f", file.toString(), "--timeout", "700");

        assertThat(run.status()).isZero();
        assertThat(run.printed()).isEqualTo("42");
        assertThat(proxy.asked()).containsExactly("POST " + SERVICE + " null 700 2 x apple");
    }

    @Test
    void resultIsShownInHex() {
        assertThat(run("price.quote", "-d", "x", "--hex").printed())
                .startsWith("00000000  34 32 ")
                .contains("  42");
    }

    @Test
    void dataOfTheCommandLineIsText() throws IOException {
        Path file = Files.writeString(directory.resolve("basket"), "2 x apple");

        run("price.quote", "-d", "x");
        run("price.quote", "-f", file.toString());
        run("price.quote", "-d", "{}", "--type", "application/json");

        assertThat(proxy.types())
                .containsExactly(
                        "text/plain; charset=UTF-8",
                        "application/octet-stream",
                        "application/json");
    }

    @Test
    void refusalHasTheStatusOfRefusals() {
        proxy.answers(SERVICE, 403, "{}");

        CommandRun run = run("price.quote", "-d", "x");

        assertThat(run.status()).isEqualTo(4);
        assertThat(run.printed()).isEmpty();
    }

    private CommandRun run(String... arguments) {
        return CommandRun.of(new CallCommand(), proxy, arguments);
    }
}
