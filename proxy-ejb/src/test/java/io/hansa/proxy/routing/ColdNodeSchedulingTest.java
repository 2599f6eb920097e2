package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/**
 * Compiled code may look once where what is written says twice; so this is seen in a Java that
 * compiles nothing.
 */
class ColdNodeSchedulingTest {
    private static final int THREADS = 4;
    private static final int TURNS = 50_000;

    @Test
    void concurrentFirstCallersAllFindACandidate() throws Exception {
        Process cold =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xint",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Callers.class.getName())
                        .redirectErrorStream(true)
                        .start();

        assertThat(new String(cold.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(cold.waitFor()).isZero();
    }

    static final class Callers {
        private Callers() {}

        public static void main(String[] args) throws Exception {
            Candidates two = Candidates.of(FakeDestination.many(2));
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            Callable<Void> caller =
                    () -> {
                        for (int i = 0; i < TURNS; i++) {
                            two.choice(Balancing.ROUND_ROBIN, d -> true).next();
                        }
                        return null;
                    };
            try {
                for (var result : threads.invokeAll(Collections.nCopies(THREADS, caller))) {
                    result.get();
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }
}
