package io.hansa.proxy.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.RateLimits.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private final AtomicLong now = new AtomicLong();
    private final RateLimits rates = new RateLimits(now::get);

    @Test
    void ceilingIsEnforcedWithRetryAfter() {
        Capability capability = limited("trade.settle", 3, 60_000);
        take(capability, 3);

        Failure failure = refusal(capability);

        assertThat(failure.code()).isEqualTo(ErrorCode.RATE_LIMITED);
        assertThat((Long) failure.extensions().get("retryAfterSeconds")).isBetween(1L, 20L);
        assertThat(failure)
                .hasMessageStartingWith(
                        "trade.settle may take 3 requests in 60000 ms; try again in ");
    }

    @Test
    void retryAfterIsAtLeastOneSecond() {
        Capability capability = limited("trade.settle", 1, 900);
        take(capability, 1);

        assertThat(refusal(capability).extensions()).containsEntry("retryAfterSeconds", 1L);
    }

    @Test
    void eachCapabilityHasItsOwn() {
        take(limited("trade.settle", 1, 60_000), 1);
        take(limited("price.quote", 1, 60_000), 1);
    }

    @Test
    void accountWithoutCeilingIsNotRefused() {
        take(Capability.undescribed("trade.settle"), 10_000);
    }

    @Test
    void aChangedCeilingHoldsFromTheNextRequest() {
        take(limited("trade.settle", 1, 60_000), 1);
        take(limited("trade.settle", 5, 60_000), 5);

        assertThat(refusal(limited("trade.settle", 5, 60_000)).code())
                .isEqualTo(ErrorCode.RATE_LIMITED);
    }

    @Test
    void aCapabilityThatChangedOtherwiseKeepsItsCount() {
        take(limited("trade.settle", 2, 60_000), 2);
        Capability described =
                new Capability(
                        "trade.settle",
                        "now described",
                        Priority.CORE,
                        Replay.ONCE,
                        100,
                        Balancing.RANDOM,
                        new RateLimit(2, 60_000),
                        2);

        assertThat(refusal(described).code()).isEqualTo(ErrorCode.RATE_LIMITED);
    }

    @Test
    void eachLimitIsSettledOnceInARun() {
        List<String> settled = new ArrayList<>();
        take(60);

        rates.settle(noting(settled), () -> true);
        assertThat(settled).hasSize(60).doesNotHaveDuplicates();
        rates.settle(noting(settled), () -> true);
        assertThat(settled).hasSize(120);
    }

    @Test
    void nextRunContinuesWithTheNextLimit() {
        List<String> settled = new ArrayList<>();
        take(1000);

        for (int turn = 0; turn < 10; turn++) {
            int before = settled.size();
            rates.settle(noting(settled), () -> settled.size() < before + 100);
            assertThat(settled).hasSize(before + 100);
        }
        assertThat(settled).doesNotHaveDuplicates();
    }

    @Test
    void oneLimitIsSettledHoweverLateItIs() {
        List<String> settled = new ArrayList<>();
        take(2);

        rates.settle(noting(settled), () -> false);
        rates.settle(noting(settled), () -> false);
        assertThat(settled).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void lateSettlementChargesNoExtra() {
        List<Long> told = new ArrayList<>();
        Capability capability = limited("c", 100, 1000);
        take(capability, 60);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1500));
        rates.settle(telling(told), () -> true);
        take(capability, 40);
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(900));
        rates.settle(telling(told), () -> true);
        now.addAndGet(TimeUnit.SECONDS.toNanos(5));
        rates.settle(telling(told), () -> true);

        assertThat(told).containsExactly(10L, 40L, 0L);
    }

    @Test
    void unusedLimitIsSettledTenSecondsMore() {
        List<String> settled = new ArrayList<>();
        take(1);
        rates.settle(noting(settled), () -> true);
        now.addAndGet(TimeUnit.SECONDS.toNanos(10));
        rates.settle(noting(settled), () -> true);
        assertThat(settled).hasSize(2);
        now.addAndGet(1);
        rates.settle(noting(settled), () -> true);
        assertThat(settled).hasSize(2);
    }

    @Test
    void failedSettlementIsRepeatedLater() {
        Capability capability = limited("c", 9, 60_000);
        SharedPermits away =
                (name, limit, taken) -> {
                    throw new IllegalStateException("The database is away.");
                };
        take(capability, 3);
        assertThatIllegalStateException().isThrownBy(() -> rates.settle(away, () -> true));
        take(capability, 2);

        List<Long> told = new ArrayList<>();
        rates.settle(telling(told), () -> true);

        assertThat(told).containsExactly(5L);
    }

    @Test
    void useDuringSettlementIsAddedToOthersUse() {
        Capability capability = limited("c", 10, 3_600_000);
        take(capability, 1);
        SharedPermits whereOthersTookFive =
                (name, limit, taken) -> {
                    take(capability, 2);
                    return limit.permits() - taken - 5;
                };

        rates.settle(whereOthersTookFive, () -> true);

        take(capability, 2);
        assertThat(refusal(capability)).isNotNull();
    }

    private static SharedPermits telling(List<Long> told) {
        return (name, limit, taken) -> {
            told.add(taken);
            return limit.permits();
        };
    }

    private void take(int limits) {
        for (int i = 0; i < limits; i++) {
            take(limited("c" + i, 9, 60_000), 1);
        }
    }

    private static SharedPermits noting(List<String> settled) {
        return (name, limit, taken) -> {
            settled.add(name);
            return limit.permits() - taken;
        };
    }

    private void take(Capability capability, int times) {
        for (int i = 0; i < times; i++) {
            rates.take(Scope.CAPABILITY, capability.name(), capability.rateLimit());
        }
    }

    private Failure refusal(Capability capability) {
        return catchThrowableOfType(
                Failure.class,
                () -> rates.take(Scope.CAPABILITY, capability.name(), capability.rateLimit()));
    }

    private static Capability limited(String name, long permits, long perMillis) {
        return new Capability(
                name,
                "",
                Priority.NORMAL,
                Replay.ONCE,
                2000,
                Balancing.ROUND_ROBIN,
                new RateLimit(permits, perMillis),
                1);
    }
}
