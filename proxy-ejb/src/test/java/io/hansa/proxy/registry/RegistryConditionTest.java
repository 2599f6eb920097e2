package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RegistryConditionTest {
    private final AtomicLong nanos = new AtomicLong();
    private final RegistryCondition condition = new RegistryCondition(nanos::get);

    @Test
    void silentDatabaseIsAway() {
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));

        assertThat(condition.away()).isTrue();
        condition.requireAnswers();
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(6));
        assertThatThrownBy(condition::requireAnswers)
                .hasMessageContaining("has not answered for 12 seconds");
        condition.answered();
        assertThat(condition.away()).isFalse();
        condition.requireAnswers();
    }

    @Test
    void refusingDatabaseIsAwayAtOnce() {
        condition.failed("Connection refused");

        assertThat(condition.away()).isTrue();
        assertThat(condition.reason()).isEqualTo("Connection refused");
    }

    @Test
    void snapshotIsToldUntilConfirmed() {
        condition.startedFrom(Instant.EPOCH);
        assertThat(condition.snapshotAt()).contains(Instant.EPOCH);

        condition.confirmed();

        assertThat(condition.snapshotAt()).isEmpty();
    }
}
