package io.hansa.launcher.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.launcher.CommandRun;
import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.proxy.FakeProxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordCommandTest {
    private static final String ADDRESS = "/api/v1/account/password";

    @TempDir private Path directory;
    private FakeProxy proxy;

    @BeforeEach
    void start() throws IOException {
        proxy = new FakeProxy();
        Files.writeString(directory.resolve("old"), "one-time\n");
        Files.writeString(directory.resolve("new"), "much better");
    }

    @AfterEach
    void close() {
        proxy.close();
    }

    @Test
    void oldAndNewPasswordAreSentByTheAccountItself() {
        proxy.answers(ADDRESS, 204, "");

        CommandRun run = run("old", "new");

        assertThat(run.status()).isZero();
        assertThat(run.printed()).startsWith("The password of admin is changed.");
        assertThat(proxy.asked())
                .containsExactly(
                        "PUT %s %s null {\"old\":\"one-time\",\"new\":\"much better\"}"
                                .formatted(ADDRESS, new Credentials("admin", "one-time").header()));
    }

    @Test
    void aRefusalIsTold() {
        proxy.answers(
                ADDRESS,
                401,
                "{\"detail\":\"The password is wrong.\",\"code\":\"authentication-failed\"}",
                Map.of("Content-Type", "application/problem+json"));

        assertThat(run("new", "old").status()).isEqualTo(4);
    }

    private CommandRun run(String old, String next) {
        return CommandRun.of(
                new PasswordCommand(),
                proxy,
                "--account",
                "admin",
                "--old",
                "file:" + directory.resolve(old),
                "--new",
                "file:" + directory.resolve(next));
    }
}
