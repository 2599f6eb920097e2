package io.hansa.proxy.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.capability.Capability.Balancing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A request costs the same in small and large registries, counted in bytes that its thread
 * allocates.
 */
class FlatCostTest {
    private static final int MANY = 10_000;
    private static final int WARM_UP = 2_000;
    private static final int REQUESTS = 500;
    private static final int ROUNDS = 20;

    /** Less than one reference for each server, or one bit for each capability. */
    private static final long MARGIN = 128;

    @ParameterizedTest
    @EnumSource(Balancing.class)
    void requestAllocatesTheSameInALargeRegistry(Balancing balancing) {
        assertSame(
                proxy(new RegistrySize(10, 10, 1), balancing),
                proxy(new RegistrySize(MANY, MANY, 64), balancing));
    }

    @Test
    void peerRequestAllocatesTheSameWithManyOffers() {
        assertSame(
                proxy(new RegistrySize(10, 10, 0), Balancing.ROUND_ROBIN),
                proxy(new RegistrySize(MANY, MANY, 0), Balancing.ROUND_ROBIN));
    }

    private static void assertSame(MeasuredProxy few, MeasuredProxy many) {
        bytes(WARM_UP, few);
        bytes(WARM_UP, many);

        // Code may be compiled again between two counts and then allocate less. Within one round it
        // is the same for both.
        long min = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && min > MARGIN; round++) {
            min = Math.min(min, Math.abs(bytes(REQUESTS, many) - bytes(REQUESTS, few)));
        }

        assertThat(min).as("bytes that a request allocates more").isLessThanOrEqualTo(MARGIN);
    }

    private static long bytes(int requests, MeasuredProxy measured) {
        measured.hearOfThePeer();
        return Allocated.bytes(requests, measured::ask);
    }

    private static MeasuredProxy proxy(RegistrySize size, Balancing balancing) {
        return new MeasuredProxy(size, balancing, record -> {});
    }
}
