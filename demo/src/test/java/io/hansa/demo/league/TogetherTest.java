package io.hansa.demo.league;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.launcher.workspace.LaunchException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TogetherTest {

    @Test
    void runsAllAtTheSameTime() throws Exception {
        CountDownLatch both = new CountDownLatch(2);
        Together.Task task =
                () -> {
                    both.countDown();
                    assertThat(both.await(10, TimeUnit.SECONDS)).isTrue();
                };
        Together.run(List.of(task, task));
    }

    @Test
    void theFirstFailureEndsTheOthers() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        Together.Task hangs =
                () -> {
                    try {
                        new CountDownLatch(1).await();
                    } finally {
                        interrupted.countDown();
                    }
                };
        Together.Task fails =
                () -> {
                    throw new LaunchException("no");
                };
        assertThatThrownBy(() -> Together.run(List.of(hangs, fails))).hasMessage("no");
        assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
    }
}
