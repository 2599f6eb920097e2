package io.hansa.connector.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class NodeLimitTest {

    @Property(tries = 100)
    void whateverSomeTargetsHoldAnotherOneGetsSomething(
            @ForAll @IntRange(min = 1, max = 20) int hogs,
            @ForAll @IntRange(min = 64, max = 2000) int max)
            throws InterruptedException {
        NodeLimit limit = new NodeLimit(max);
        int all = 0;
        for (int hog = 0; hog < hogs; hog++) {
            all += fill(limit);
        }
        assertThat(all).isLessThanOrEqualTo(max + NodeLimit.ALWAYS * hogs);
        assertThat(fill(limit)).as("what is left for one more").isGreaterThanOrEqualTo(2);
    }

    @Test
    void oneTargetGetsHalfAndWhatItGivesBackIsThereAgain() throws Exception {
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
    void whoWaitsIsServedWhenAnotherLeaves() throws Exception {
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
