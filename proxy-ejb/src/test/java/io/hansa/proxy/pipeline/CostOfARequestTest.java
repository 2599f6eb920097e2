package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import org.junit.jupiter.api.Test;

/**
 * A coarse guard over what a request costs, in bytes that its thread allocates and in steps that it
 * takes: both are counted, not timed, and so are the same on a busy machine. What it costs in CPU
 * time is measured by {@code ./hansa bench}; docs/performance.md tells how.
 */
class CostOfARequestTest {
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 2_000;
    private static final int RUNS = 5;

    /**
     * Interpreted code allocates the most, since nothing is optimised away: the bound holds for it,
     * too.
     */
    private static final long MOST_BYTES = 8 * 1024;

    private final MeasuredProxy measured =
            new MeasuredProxy(new RegistrySize(10, 10, 2), Balancing.ROUND_ROBIN, null);
    private final ProxyInMemory proxy = measured.proxy;

    @Test
    void requestAllocatesNoMoreThanItsBound() {
        Allocated.bytes(WARM_UP, this::ask);

        long min = Long.MAX_VALUE;
        for (int run = 0; run < RUNS; run++) {
            min = Math.min(min, Allocated.bytes(REQUESTS, this::ask));
        }

        assertThat(min).as("bytes a request allocates").isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void eachStepAndOneServerRunOnce() {
        ask();

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

    private void ask() {
        // What the fakes remember is copied with every addition.
        proxy.records.clear();
        proxy.exchanges.sent().clear();
        measured.ask();
    }
}
