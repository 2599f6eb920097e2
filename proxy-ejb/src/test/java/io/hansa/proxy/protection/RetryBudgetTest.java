package io.hansa.proxy.protection;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.RetryLimits;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final RetryBudget budget = new RetryBudget(new RetryLimits(3, 20, 1));

    @Test
    void oneInFiveMayRetryBesideTheReserve() {
        IntStream.range(0, 100).forEach(i -> budget.earn());

        assertThat(granted(200)).isBetween(21L, 22L);
    }

    @Test
    void quietNodeHasItsReserveOnly() {
        assertThat(granted(50)).isBetween(1L, 2L);
    }

    @Test
    void savedRetriesAreAtMostAHundred() {
        IntStream.range(0, 100_000).forEach(i -> budget.earn());

        assertThat(granted(1000)).isBetween(100L, 103L);
    }

    private long granted(int wanted) {
        return IntStream.range(0, wanted).filter(i -> budget.spend()).count();
    }
}
