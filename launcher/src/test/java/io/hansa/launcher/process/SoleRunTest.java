package io.hansa.launcher.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SoleRunTest {

    @Test
    void isOneAtATime(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("made/lock");
        try (SoleRun first = SoleRun.of(file).orElseThrow()) {
            assertThat(first).isNotNull();
            assertThat(SoleRun.of(file)).isEmpty();
        }
        try (SoleRun next = SoleRun.of(file).orElseThrow()) {
            assertThat(next).isNotNull();
        }
    }
}
