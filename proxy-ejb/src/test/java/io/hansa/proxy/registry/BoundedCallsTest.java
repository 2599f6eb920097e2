package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Callers of a database that hangs. */
@Timeout(30)
class BoundedCallsTest {
    private static final int THREADS = 3;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final AtomicBoolean away = new AtomicBoolean();
    private final BoundedCalls calls =
            new BoundedCalls(
                    threads,
                    new BoundedCalls.Bounds(THREADS, Duration.ofMillis(500), away::get),
                    System::nanoTime,
                    "It does not answer.");
    private final CountDownLatch thawed = new CountDownLatch(1);
    private final AtomicInteger started = new AtomicInteger();
    private final AtomicInteger abandoned = new AtomicInteger();

    @AfterEach
    void stop() {
        thawed.countDown();
        threads.shutdownNow();
    }

    @Test
    void resultComesBack() {
        assertThat(calls.<Integer>call(1000, () -> 5, abandoned::incrementAndGet)).isEqualTo(5);
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void databaseThatIsAwayEndsWaitsAndFurtherCalls() throws Exception {
        CompletableFuture<Failure> waiting = CompletableFuture.supplyAsync(() -> refusal(60_000));
        await().until(() -> started.get() == 1);

        away.set(true);

        assertThat(waiting.get(5, TimeUnit.SECONDS).code())
                .isEqualTo(ErrorCode.REGISTRY_UNAVAILABLE);
        assertThat(abandoned).hasValue(1);
        assertThat(refusal(60_000)).hasMessage("It does not answer.");
        assertThat(started).as("calls that reached the database").hasValue(1);
    }

    @Test
    void failureComesBackAsItIs() {
        IllegalArgumentException failure = new IllegalArgumentException("no");

        assertThatThrownBy(
                        () ->
                                calls.call(
                                        1000,
                                        () -> {
                                            throw failure;
                                        },
                                        abandoned::incrementAndGet))
                .isSameAs(failure);
    }

    @Test
    void callerWaitsNoLongerThanItsPatience() {
        long begun = System.nanoTime();

        Failure failure = refusal(200);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofMillis(900));
        assertThat(failure.code()).isEqualTo(ErrorCode.REGISTRY_UNAVAILABLE);
        assertThat(failure.effect()).isEqualTo(Effect.NONE);
        assertThat(abandoned).hasValue(1);
    }

    @Test
    void hangingDatabaseIsLeftInPeace() {
        List<CompletableFuture<Failure>> first = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            first.add(CompletableFuture.supplyAsync(() -> refusal(5000)));
        }
        await().until(() -> started.get() == THREADS);

        refusal(5000);
        long begun = System.nanoTime();
        for (int i = 0; i < 1000; i++) {
            refusal(5000);
        }

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(1));
        assertThat(started).hasValue(THREADS);
        assertThat(abandoned).hasValue(0);
    }

    @Test
    void answersAgainWhenTheDatabaseDoes() {
        for (int i = 0; i < THREADS; i++) {
            refusal(50);
        }
        thawed.countDown();

        await().atMost(5, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() -> calls.call(1000, () -> true, () -> {}));
    }

    private Failure refusal(long patienceMillis) {
        try {
            calls.call(patienceMillis, this::hang, abandoned::incrementAndGet);
            return null;
        } catch (Failure failure) {
            return failure;
        }
    }

    private Void hang() {
        started.incrementAndGet();
        try {
            thawed.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return null;
    }
}
