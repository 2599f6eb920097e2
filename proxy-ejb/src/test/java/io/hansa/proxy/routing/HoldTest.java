package io.hansa.proxy.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HoldTest {
    private static final Instant NOW = Instant.parse("2026-01-31T08:00:00Z");

    @Test
    void partsOfSecondsAreRoundedUp() {
        assertThat(Hold.retryAfterSeconds(NOW.plusMillis(1500), NOW)).isEqualTo(2);
        assertThat(Hold.retryAfterSeconds(NOW.plusSeconds(2), NOW)).isEqualTo(2);
    }

    @Test
    void anEndThatHasComeIsOneSecond() {
        assertThat(Hold.retryAfterSeconds(NOW.minusSeconds(5), NOW)).isEqualTo(1);
    }

    @Test
    void callersWaitADayAtMost() {
        assertThat(Hold.retryAfterSeconds(NOW.plus(Duration.ofDays(40)), NOW)).isEqualTo(86_400);
    }
}
