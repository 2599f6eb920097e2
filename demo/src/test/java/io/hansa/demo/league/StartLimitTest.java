package io.hansa.demo.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.process.Child;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartLimitTest {

    private final Child child;

    StartLimitTest() throws IOException {
        Process process = new ProcessBuilder("/bin/sh", "-c", "exec sleep 60").start();
        child = new Child("node", process, Optional.empty(), 0, Optional.empty());
    }

    @AfterEach
    void end() throws Exception {
        child.process().destroyForcibly().waitFor();
    }

    @Test
    void waitsUntilItHolds() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        new StartLimit(Duration.ofSeconds(20))
                .await("It", child, () -> asked.incrementAndGet() == 3);
        assertThat(asked).hasValue(3);
    }

    @Test
    void givesUpInTime() {
        assertThatThrownBy(
                        () -> new StartLimit(Duration.ZERO).await("Readiness", child, () -> false))
                .isInstanceOf(LaunchException.class)
                .hasMessageContaining("Readiness did not come within 0 s");
    }

    @Test
    void givesUpWhenTheProcessIsGone() {
        child.process().destroyForcibly();
        assertThatThrownBy(
                        () ->
                                new StartLimit(Duration.ofSeconds(20))
                                        .await("Readiness", child, () -> false))
                .hasMessageContaining("node ended by itself");
    }
}
