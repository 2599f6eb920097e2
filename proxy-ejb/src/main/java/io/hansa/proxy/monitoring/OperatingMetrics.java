package io.hansa.proxy.monitoring;

import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.BreakerSetting.Mode;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.registry.Registries;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.function.ToDoubleFunction;

/** The meters of what operators have set and what has not ended. Immutable. */
final class OperatingMetrics {
    private final Registries registries;
    private final Clock clock;

    OperatingMetrics(Registries registries, Clock clock) {
        this.registries = registries;
        this.clock = clock;
    }

    void bindTo(MeterRegistry registry) {
        gauge(registry, "server", its -> its.overrides(false));
        gauge(registry, "node", its -> its.overrides(true));
        gauge(registry, "breaker", OperatingMetrics::breakers);
    }

    private void gauge(
            MeterRegistry registry, String kind, ToDoubleFunction<OperatingMetrics> count) {
        Gauge.builder("hansa.overrides", this, count)
                .description("Overrides of operators that are in force")
                .strongReference(true)
                .tag("kind", kind)
                .register(registry);
    }

    private long overrides(boolean ofNodes) {
        long now = clock.millis();
        return registries.current().overrides().values().stream()
                .filter((OperatingOverride set) -> set.ofNode() == ofNodes && !set.ended(now))
                .count();
    }

    private long breakers() {
        long now = clock.millis();
        return registries.current().breakers().values().stream()
                .filter((BreakerSetting set) -> set.mode() != Mode.AUTOMATIC && !set.ended(now))
                .count();
    }
}
