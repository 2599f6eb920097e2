package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminationTest {

    @Test
    void forcesAProcessThatDoesNotListen() throws Exception {
        Process stubborn =
                new ProcessBuilder(
                                "/bin/sh",
                                "-c",
                                "trap '' TERM; echo deaf; while :; do sleep 1; done")
                        .start();
        try (BufferedReader out = stubborn.inputReader()) {
            assertThat(out.readLine()).isEqualTo("deaf");
            assertThat(Termination.of(List.of(stubborn.toHandle()), Duration.ofMillis(300)))
                    .isTrue();
            assertThat(stubborn.waitFor()).isEqualTo(128 + 9);
        }
    }

    @Test
    void isContentWithNothingToEnd() {
        assertThat(Termination.of(List.of(), Duration.ofSeconds(1))).isTrue();
    }
}
