package io.hansa.proxy.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.checks.SeededCases;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class OutcomeWindowTest {
    @Test
    void countsAreThoseOfTheLatestOutcomes() {
        SeededCases.check(
                500,
                random -> {
                    int size = SeededCases.between(random, 2, 30);
                    OutcomeWindow window = new OutcomeWindow(size);
                    Deque<Outcome> latest = new ArrayDeque<>();
                    for (int i = 0; i < 100; i++) {
                        Outcome outcome = SeededCases.oneOf(random, Outcome.values());
                        window.record(outcome);
                        latest.addLast(outcome);
                        if (latest.size() > size) {
                            latest.removeFirst();
                        }
                        assertThat(window.size()).isEqualTo(latest.size());
                        assertThat(window.failed()).isEqualTo(count(latest, Outcome::failed));
                        assertThat(window.slow()).isEqualTo(count(latest, o -> o == Outcome.SLOW));
                    }
                });
    }

    @Test
    void noShareBeforeHalfOfTheWindow() {
        OutcomeWindow window = new OutcomeWindow(10);
        for (int i = 0; i < 4; i++) {
            window.record(Outcome.BROKEN);
        }
        assertThat(window.failurePercent()).isNegative();

        window.record(Outcome.GOOD);

        assertThat(window.failurePercent()).isEqualTo(80);
    }

    @Test
    void anyAnswerEndsTheRowOfTimeOuts() {
        OutcomeWindow window = new OutcomeWindow(10);
        window.record(Outcome.SILENT);
        window.record(Outcome.SILENT);
        assertThat(window.silentInRow()).isEqualTo(2);

        window.record(Outcome.FAULT);

        assertThat(window.silentInRow()).isZero();
    }

    @Test
    void concurrentOutcomesAreAllCounted() throws InterruptedException {
        OutcomeWindow window = new OutcomeWindow(16);
        CountDownLatch done = new CountDownLatch(4);
        for (Outcome outcome :
                new Outcome[] {Outcome.GOOD, Outcome.SLOW, Outcome.BROKEN, Outcome.SILENT}) {
            new Thread(
                            () -> {
                                for (int i = 0; i < 50_000; i++) {
                                    window.record(outcome);
                                }
                                done.countDown();
                            })
                    .start();
        }
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();

        for (int i = 0; i < 16; i++) {
            window.record(Outcome.GOOD);
        }

        assertThat(window.failed()).isZero();
        assertThat(window.slow()).isZero();
        assertThat(window.allGood()).isTrue();
    }

    private static int count(Deque<Outcome> outcomes, Predicate<Outcome> which) {
        return (int) outcomes.stream().filter(which).count();
    }
}
