package io.hansa.proxy.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OwnThreadTest {
    private final List<Thread> made = new CopyOnWriteArrayList<>();

    @Test
    void taskRunsAgainUntilStopped() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        OwnThread thread =
                OwnThread.start(
                        task -> {
                            Thread one = new Thread(task);
                            made.add(one);
                            return one;
                        },
                        5,
                        runs::incrementAndGet);
        await().until(() -> runs.get() > 3);

        thread.stop();
        made.get(0).join();

        int after = runs.get();
        assertThat(made).hasSize(1);
        assertThat(after).isGreaterThan(3);
    }

    @Test
    void firstRunIsAtOnceWhereAskedFor() {
        AtomicInteger runs = new AtomicInteger();

        OwnThread thread = OwnThread.startNow(Thread::new, 600_000, runs::incrementAndGet);

        await().untilAsserted(() -> assertThat(runs).hasValue(1));
        thread.stop();
    }
}
