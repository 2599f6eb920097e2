package io.hansa.web.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ContainerReturnGuardTest {
    private final AtomicBoolean busy = new AtomicBoolean(true);
    private final CountDownLatch next = new CountDownLatch(1);
    private final CompletableFuture<ContainerReturnGuard> departing = new CompletableFuture<>();

    @AfterEach
    void end() {
        busy.set(false);
        next.countDown();
    }

    @Test
    void whoeverIsStillOnItsWayIsWaitedForUntilItHasNothingToDo() throws Exception {
        CompletableFuture<Void> waiting = waitFor(worker(() -> waitForWork()));

        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());
        busy.set(false);

        await().atMost(Duration.ofMillis(700)).until(waiting::isDone);
    }

    @Test
    void whoeverBringsAnotherRequestHasLeft() throws Exception {
        CompletableFuture<Void> waiting =
                waitFor(
                        worker(
                                () -> {
                                    ContainerReturnGuard.arrived();
                                    busy.set(true);
                                    spin();
                                }));

        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());
        busy.set(false);

        await().atMost(Duration.ofMillis(700)).until(waiting::isDone);
    }

    @Test
    void aThreadDoesNotWaitForItself() {
        long began = System.nanoTime();

        new ContainerReturnGuard().await();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
    }

    private ContainerReturnGuard worker(Runnable afterwards) throws Exception {
        Thread worker =
                new Thread(
                        () -> {
                            ContainerReturnGuard.arrived();
                            departing.complete(new ContainerReturnGuard());
                            spin();
                            afterwards.run();
                        });
        worker.setDaemon(true);
        worker.start();
        return departing.get();
    }

    private static CompletableFuture<Void> waitFor(ContainerReturnGuard departure) {
        return CompletableFuture.runAsync(departure::await);
    }

    private void spin() {
        while (busy.get()) {
            Thread.onSpinWait();
        }
    }

    private void waitForWork() {
        try {
            next.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
