package io.hansa.web.ingress;

import static io.hansa.web.container.ContainerBehaviour.GRIZZLY;
import static io.hansa.web.container.ContainerBehaviour.STANDARD;
import static io.hansa.web.container.ContainerBehaviour.UNDERTOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.web.container.ContainerBehaviour;
import java.time.Duration;
import java.util.List;
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
    private final CompletableFuture<ContainerReturnGuard> returning = new CompletableFuture<>();

    @AfterEach
    void end() {
        busy.set(false);
        next.countDown();
    }

    @Test
    void busyThreadIsAwaitedUntilItIsIdle() throws Exception {
        CompletableFuture<Void> waiting = waitFor(worker(() -> waitForWork()));

        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());
        busy.set(false);

        await().atMost(Duration.ofMillis(700)).until(waiting::isDone);
    }

    @Test
    void threadThatBringsAnotherRequestHasReturned() throws Exception {
        CompletableFuture<Void> waiting =
                waitFor(
                        worker(
                                () -> {
                                    ContainerReturnGuard.requestArrived(GRIZZLY);
                                    busy.set(true);
                                    spin();
                                }));

        await().during(Duration.ofMillis(200)).until(() -> !waiting.isDone());
        busy.set(false);

        await().atMost(Duration.ofMillis(700)).until(waiting::isDone);
    }

    @Test
    void threadDoesNotWaitForItself() {
        long began = System.nanoTime();

        ContainerReturnGuard.forThisThread(GRIZZLY).await();

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
    }

    @Test
    void onlyGrizzlyIsWaitedFor() throws Exception {
        for (ContainerBehaviour container : List.of(STANDARD, UNDERTOW)) {
            ContainerReturnGuard guard =
                    CompletableFuture.supplyAsync(
                                    () -> ContainerReturnGuard.forThisThread(container))
                            .get();

            assertThat(guard)
                    .isSameAs(ContainerReturnGuard.forThisThread(container))
                    .isNotSameAs(ContainerReturnGuard.forThisThread(GRIZZLY));
        }
    }

    private ContainerReturnGuard worker(Runnable afterwards) throws Exception {
        Thread worker =
                new Thread(
                        () -> {
                            ContainerReturnGuard.requestArrived(GRIZZLY);
                            returning.complete(ContainerReturnGuard.forThisThread(GRIZZLY));
                            spin();
                            afterwards.run();
                        });
        worker.setDaemon(true);
        worker.start();
        return returning.get();
    }

    private static CompletableFuture<Void> waitFor(ContainerReturnGuard guard) {
        return CompletableFuture.runAsync(guard::await);
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
