package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkloadTest {
    private final Workload workload = new Workload();

    @Test
    void loadIsInFlightOverCapacity() {
        workload.begin();
        workload.begin();
        workload.begin();
        workload.end(1);

        assertThat(workload.inFlight()).isEqualTo(2);
        assertThat(workload.load(4)).isEqualTo(0.5);
    }

    @Test
    void slowReplyCountsAtOnceAndIsRemembered() {
        double before = workload.peakEwma();
        workload.begin();
        workload.end(1_000_000_000);
        workload.begin();
        workload.end(1);

        assertThat(workload.peakEwma()).isGreaterThan(before).isGreaterThan(500_000_000);
    }

    @Test
    void inFlightWorkRaisesTheCost() {
        workload.begin();
        workload.end(1_000_000);
        double idle = workload.peakEwma();
        workload.begin();

        assertThat(workload.peakEwma()).isGreaterThan(1.5 * idle);
    }

    @Test
    void oldFailuresCountForNothing() {
        AtomicLong now = new AtomicLong();
        Workload timed = new Workload(now::get);
        timed.answered(2_000_000);
        timed.begin();
        timed.end(2_000_000_000);
        timed.failed();
        assertThat(timed.busy()).isGreaterThan(1);
        assertThat(timed.reliability()).isLessThan(0.9);
        now.addAndGet(TimeUnit.SECONDS.toNanos(31));

        assertThat(timed.busy()).isZero();
        assertThat(timed.reliability()).isEqualTo(1);
        assertThat(timed.peakEwma()).isLessThan(2_100_000);
    }

    @Test
    void forgottenFailuresLeaveTheUsualTime() {
        workload.answered(5_000_000);
        workload.begin();
        workload.end(2_000_000_000);
        workload.failed();

        workload.forget();

        assertThat(workload.busy()).isZero();
        assertThat(workload.peakEwma()).isLessThan(10);
        assertThat(workload.usualNanos()).isEqualTo(5_000_000);
    }

    @Test
    void concurrentRequestsAreAllCounted() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(4);
        IntStream.range(0, 4)
                .forEach(
                        i ->
                                new Thread(
                                                () -> {
                                                    for (int j = 0; j < 10_000; j++) {
                                                        workload.begin();
                                                        workload.end(j);
                                                    }
                                                    done.countDown();
                                                })
                                        .start());

        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(workload.inFlight()).isZero();
    }
}
