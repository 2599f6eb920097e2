package io.hansa.it.single;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.it.system.RawCaller;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Callers who send many requests at once over one connection. */
interface PipeliningCallersView extends SeenProxy {
    /** As many as a container's workers. */
    int PIPELINING = 8;

    int IN_A_ROW = 2_000;

    String REQUEST = "GET /api/v1/capabilities HTTP/1.1\r\nHost: here\r\n";

    /**
     * Without requeueing, others waited until a caller's whole row was answered: seconds each time.
     */
    Duration PROMPTLY = Duration.ofSeconds(3);

    @Test
    default void pipeliningCallersLetOthersBeServed() throws Exception {
        AtomicBoolean ending = new AtomicBoolean();
        CountDownLatch begun = new CountDownLatch(PIPELINING);
        ExecutorService threads = Executors.newFixedThreadPool(PIPELINING);
        List<Duration> waits = new ArrayList<>();
        try {
            for (int i = 0; i < PIPELINING; i++) {
                threads.execute(() -> pipeline(begun, ending));
            }
            assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
            for (int i = 0; i < 10; i++) {
                long before = System.nanoTime();
                proxy().get("/health/live").ok();
                waits.add(Duration.ofNanos(System.nanoTime() - before));
            }
        } finally {
            ending.set(true);
            threads.shutdownNow();
            threads.awaitTermination(30, TimeUnit.SECONDS);
        }
        assertThat(waits).allSatisfy(wait -> assertThat(wait).isLessThan(PROMPTLY));
    }

    @Test
    default void pipelinedRequestsAreAllAnsweredInTheirOrder() throws IOException {
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            row.append(REQUEST.replace("/api/v1/capabilities", i % 2 == 0 ? "/health/live" : "/no"))
                    .append("\r\n");
        }
        row.append(REQUEST).append("Connection: close\r\n\r\n");
        try (RawCaller caller = new RawCaller(proxy()).send(row.toString())) {
            String[] answers = caller.untilClosed().split("HTTP/1\\.1 ", -1);

            assertThat(answers).hasSize(302);
            for (int i = 0; i < 300; i++) {
                assertThat(answers[i + 1]).startsWith(i % 2 == 0 ? "200" : "404");
            }
        }
    }

    private void pipeline(CountDownLatch begun, AtomicBoolean ending) {
        String row = (REQUEST + "\r\n").repeat(IN_A_ROW - 1);
        while (!ending.get()) {
            try (RawCaller caller = new RawCaller(proxy()).send(row)) {
                begun.countDown();
                caller.send(REQUEST + "Connection: close\r\n\r\n").untilClosedOr(ending);
            } catch (IOException gone) {
                // the node, or the test has ended
            }
        }
    }
}
