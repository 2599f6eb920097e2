package io.hansa.proxy.request;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.registration.ServerSamples;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A coarse guard over what a request costs, in bytes that its thread allocates and in steps that it takes: both are
 * counted, not timed, and so are the same on a busy machine. What it costs in CPU time is measured by {@code ./hansa
 * bench}; docs/performance.md tells how.
 */
class CostOfARequestTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 2_000;
    private static final int RUNS = 5;

    /** Interpreted code allocates the most, since nothing is optimised away: the bound holds for it, too. */
    private static final long MOST_BYTES = 8 * 1024;

    private final ProxyInMemory proxy = new ProxyInMemory("shop-a");
    private String token;

    @BeforeEach
    void everythingOn() {
        proxy.entered
                .capability("trade.settle", 2000, new RateLimit(1_000_000, 1))
                .server(ServerSamples.framed("trade-1", "trade.settle"))
                .server(ServerSamples.framed("trade-2", "trade.settle"))
                .grant("account:shop", "trade.settle");
        proxy.exchanges.answers("trade-1", "settled").answers("trade-2", "settled");
        proxy.start();
        token = proxy.token();
    }

    @Test
    void allocatesNoMoreThanItsBoundWithTokenPermissionRateLimitBreakerAndBalancing() {
        repeat(WARM_UP);

        long least = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            long before = THREADS.getCurrentThreadAllocatedBytes();
            repeat(REQUESTS);
            long allocated = THREADS.getCurrentThreadAllocatedBytes() - before;
            least = Math.min(least, allocated / REQUESTS);
        }

        assertThat(least).as("bytes a request allocates").isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void takesEachStepOnceAndAsksOneServerOnce() {
        repeat(1);

        assertThat(proxy.record().steps())
                .extracting("step")
                .containsExactly(
                        "authenticate",
                        "permit",
                        "admit",
                        "receive",
                        "recall",
                        "route",
                        "send",
                        "follow assistance");
        assertThat(proxy.exchanges.sent()).hasSize(1);
    }

    private void repeat(int times) {
        for (int i = 0; i < times; i++) {
            // What the fakes remember is copied with every addition.
            proxy.records.clear();
            proxy.exchanges.sent().clear();
            proxy.way.process(new Asking("trade.settle").by(token).data("basket").request());
        }
    }
}
