package io.hansa.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SentHereTest {

    @AfterEach
    void notInterrupted() {
        assertThat(Thread.interrupted()).as("an interrupt is left").isFalse();
    }

    @Test
    void tellsTheResult() {
        SentHere<String> sent = new SentHere<>(() -> "done");

        sent.perform();

        assertThat(sent.reply()).isCompletedWithValue("done");
    }

    @Test
    void tellsTheFailure() {
        IOException broken = new IOException("broken");
        SentHere<String> sent =
                new SentHere<>(
                        () -> {
                            throw broken;
                        });

        sent.perform();

        assertThat(sent.reply().handle((any, failure) -> failure)).isCompletedWithValue(broken);
    }

    @Test
    void abandonedWorkIsInterruptedAndLeavesNoInterrupt() {
        CountDownLatch begun = new CountDownLatch(1);
        SentHere<String> sent =
                new SentHere<>(
                        () -> {
                            begun.countDown();
                            new CountDownLatch(1).await();
                            return "never";
                        });
        CompletableFuture.runAsync(
                () -> {
                    awaited(begun);
                    sent.abandon();
                });

        sent.perform();

        assertThat(sent.reply()).isNotDone();
    }

    @Test
    void interruptByTheProgramStaysSet() {
        SentHere<String> sent =
                new SentHere<>(
                        () -> {
                            new CountDownLatch(1).await();
                            return "never";
                        });
        Thread.currentThread().interrupt();

        sent.perform();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(sent.reply()).isNotDone();
    }

    @Test
    void abandonedBeforeItBeginsItNeverBegins() {
        SentHere<String> sent = new SentHere<>(() -> "done");
        sent.abandon();

        sent.perform();

        assertThat(sent.reply()).isNotDone();
    }

    @RepeatedTest(100)
    void lateAbandonLeavesNoInterrupt() throws Exception {
        CountDownLatch ending = new CountDownLatch(1);
        SentHere<String> sent =
                new SentHere<>(
                        () -> {
                            ending.countDown();
                            return "done";
                        });
        CompletableFuture<Void> other =
                CompletableFuture.runAsync(
                        () -> {
                            awaited(ending);
                            sent.abandon();
                        });

        sent.perform();

        other.get(10, TimeUnit.SECONDS);
        assertThat(sent.reply()).isCompletedWithValue("done");
    }

    private static void awaited(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
