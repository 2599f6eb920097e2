package io.hansa.proxy.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
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
    void refusedChangesAreToldUntilHalfAMinuteAfterTheLatest() {
        condition.changeFailed(new SQLException("No space left on device", "53100"));
        Instant since = condition.noChanges().orElseThrow().since();
        assertThat(condition.away()).isFalse();

        nanos.addAndGet(TimeUnit.SECONDS.toNanos(29));
        condition.changeFailed(new SQLException("Still no space", "53100"));
        condition.changeFailed(new SQLException("duplicate", "23505"));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(29));

        assertThat(condition.noChanges().orElseThrow().why()).isEqualTo("Still no space");
        assertThat(condition.noChanges().orElseThrow().since()).isEqualTo(since);
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(condition.noChanges()).isEmpty();
    }

    @Test
    void snapshotIsToldUntilConfirmed() {
        condition.startedFrom(Instant.EPOCH);
        assertThat(condition.snapshotAt()).contains(Instant.EPOCH);

        condition.confirmed();

        assertThat(condition.snapshotAt()).isEmpty();
    }
}
