package io.hansa.it.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks at a proxy's Java heap while it is loaded. Between two collections it always grows, so the
 * lowest of many samples counts.
 */
final class HeapWatch implements AutoCloseable {
    private static final long MILLIS = 250;
    private static final int FEW_LOOKS = 40;
    private static final long SLACK_MEBIBYTES = 32;

    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();
    private final List<Long> mebibytes = new ArrayList<>();

    HeapWatch(Proof proof) {
        looks.scheduleWithFixedDelay(() -> look(proof), 0, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look(Proof proof) {
        try {
            long now = proof.heapMebibytes();
            synchronized (mebibytes) {
                mebibytes.add(now);
            }
        } catch (IOException unanswered) {
            // A look that is missed says nothing about the heap.
            return;
        }
    }

    /**
     * That the last third's least is not over the first third's; too few looks to see a collection
     * in each say nothing.
     */
    void isFlat() {
        synchronized (mebibytes) {
            if (mebibytes.size() > FEW_LOOKS) {
                assertThat(least(2)).isLessThanOrEqualTo(least(0) + SLACK_MEBIBYTES);
            }
        }
    }

    private long least(int third) {
        int size = mebibytes.size();
        return mebibytes.subList(third * size / 3, (third + 1) * size / 3).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }

    @Override
    public String toString() {
        synchronized (mebibytes) {
            return mebibytes.size() < 3
                    ? "Heap: too few looks"
                    : "Heap, least of each third: %d, %d, %d MiB"
                            .formatted(least(0), least(1), least(2));
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
