package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    private static final Duration INTERVAL = Duration.ofSeconds(10);

    private final DatabaseClock clock = new DatabaseClock(Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void machineTenMinutesAheadGoesByTheDatabase() {
        Instant database = NOW.minusSeconds(600);

        clock.compared(database, NOW, NOW);

        assertThat(clock.instant()).isEqualTo(database);
        assertThat(clock.millis()).isEqualTo(database.toEpochMilli());
        assertThat(clock.offset()).isEqualTo(Duration.ofMinutes(-10));
    }

    @Test
    void differenceWithinTheQuestionsTimeIsNone() {
        clock.compared(NOW.plusMillis(2500), NOW, NOW.plusMillis(3000));

        assertThat(clock.offset()).isZero();
        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void machinesClockThatIsSetMakesAComparisonDue() {
        AtomicReference<Instant> machine = new AtomicReference<>(NOW);
        AtomicLong nanos = new AtomicLong();
        DatabaseClock watched = new DatabaseClock(reading(machine::get), nanos::get);
        assertThat(watched.isDue(INTERVAL)).as("never compared").isTrue();
        watched.compared(NOW, NOW, NOW);
        assertThat(watched.isDue(INTERVAL)).isFalse();

        machine.set(NOW.plusSeconds(5));
        nanos.set(Duration.ofSeconds(5).toNanos());
        assertThat(watched.isDue(INTERVAL)).as("both went on").isFalse();
        machine.set(NOW.minusSeconds(600));
        assertThat(watched.isDue(INTERVAL)).as("set back").isTrue();
        machine.set(NOW.plusSeconds(10));
        nanos.set(Duration.ofSeconds(10).toNanos());
        assertThat(watched.isDue(INTERVAL)).as("after the interval").isTrue();
    }

    @Test
    void rightClockIsFollowedAgain() {
        clock.compared(NOW.plusSeconds(60), NOW, NOW);
        clock.compared(NOW.plusMillis(100), NOW, NOW);

        assertThat(clock.instant()).isEqualTo(NOW);
    }

    private static Clock reading(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
