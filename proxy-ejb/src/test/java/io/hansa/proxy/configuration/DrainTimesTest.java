package io.hansa.proxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DrainTimesTest {
    @Test
    void withoutAWordTheDefaultsHold() {
        assertThat(DrainTimes.from(new MapConfig(Map.of())))
                .isEqualTo(new DrainTimes(Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    @Test
    void secondsMayHaveFractions() {
        assertThat(DrainTimes.from(new MapConfig(Map.of("hansa.drain.delay", "0.25"))).delay())
                .isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void negativeDelayIsRefused() {
        assertThatThrownBy(() -> DrainTimes.from(new MapConfig(Map.of("hansa.drain.delay", "-1"))))
                .hasMessageContaining("give a number from 0.0 to 3600.0");
    }
}
