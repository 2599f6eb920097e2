package io.hansa.connector.pool;

import static io.hansa.checks.SeededCases.between;
import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.checks.SeededCases;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NodeLimitTest {

    @Test
    void whateverSomeTargetsHoldAnotherOneGetsSomething() {
        SeededCases.check(
                100,
                random -> {
                    int hogs = between(random, 1, 20);
                    int max = between(random, 64, 2000);
                    NodeLimit limit = new NodeLimit(max);
                    int all = 0;
                    for (int hog = 0; hog < hogs; hog++) {
                        all += fill(limit);
                    }
                    assertThat(all).isLessThanOrEqualTo(max + NodeLimit.ALWAYS * hogs);
                    assertThat(fill(limit))
                            .as("what is left for one more")
                            .isGreaterThanOrEqualTo(2);
                });
    }

    @Test
    void oneTargetGetsHalfAndReturnsIt() throws Exception {
        NodeLimit limit = new NodeLimit(100);
        AtomicInteger own = new AtomicInteger();
        while (limit.enter(own, 0)) {
            own.incrementAndGet();
        }
        assertThat(own).hasValue(50);
        own.decrementAndGet();
        limit.leave();
        assertThat(limit.enter(own, 0)).isTrue();
    }

    @Test
    void waiterIsServedWhenPermitReturns() throws Exception {
        NodeLimit limit = new NodeLimit(4);
        AtomicInteger own = new AtomicInteger(fill(limit));
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        try {
            Future<Boolean> entered =
                    waiting.submit(() -> limit.enter(own, TimeUnit.SECONDS.toNanos(20)));
            own.decrementAndGet();
            limit.leave();
            assertThat(entered.get()).isTrue();
        } finally {
            waiting.shutdownNow();
        }
    }

    private static int fill(NodeLimit limit) throws InterruptedException {
        AtomicInteger own = new AtomicInteger();
        while (limit.enter(own, 0)) {
            own.incrementAndGet();
        }
        return own.get();
    }
}
