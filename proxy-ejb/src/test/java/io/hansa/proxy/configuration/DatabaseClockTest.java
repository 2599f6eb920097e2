package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

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
    void rightClockIsFollowedAgain() {
        clock.compared(NOW.plusSeconds(60), NOW, NOW);
        clock.compared(NOW.plusMillis(100), NOW, NOW);

        assertThat(clock.instant()).isEqualTo(NOW);
    }
}
