package io.hansa.proxy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.override.Cause;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.ManualClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatingMetricsTest {
    private final ManualClock clock = new ManualClock();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void settingsCountUntilTheirEnd() {
        Instant end = clock.instant().plusSeconds(10);
        Registries registries = new Registries();
        registries.replace(
                Registry.of(
                        1,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(
                                new BreakerSetting(
                                        "server:a", Mode.FORCED_OPEN, end, Cause.NONE, 1),
                                new BreakerSetting("server:b", Mode.FORCED_CLOSED, 1),
                                new BreakerSetting("server:c", Mode.AUTOMATIC, 1))));
        new OperatingMetrics(registries, clock).bindTo(meters);
        assertThat(breakers()).isEqualTo(2);

        clock.forward(Duration.ofSeconds(10));

        assertThat(breakers()).isEqualTo(1);
        assertThat(meters.get("hansa.overrides").tag("kind", "node").gauge().value()).isZero();
    }

    private double breakers() {
        return meters.get("hansa.overrides").tag("kind", "breaker").gauge().value();
    }
}
