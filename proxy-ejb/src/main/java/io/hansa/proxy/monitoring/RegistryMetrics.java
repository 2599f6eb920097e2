package io.hansa.proxy.monitoring;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.registry.HeldRevision;
import io.hansa.proxy.registry.HeldRevision.Reason;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryCondition;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;

/** The meters of the registry in force on this node. Immutable. */
record RegistryMetrics(Registries registries, RegistryCondition condition, DatabaseClock clock) {
    void bindTo(MeterRegistry registry) {
        Gauge.builder("hansa.registry.revision", registries, its -> its.current().revision())
                .description("The revision of the registry that is in force on this node")
                .register(registry);
        Gauge.builder("hansa.registry.age.seconds", condition, its -> its.ageMillis() / 1000.0)
                .description("For how long the registry's database has not answered this node")
                .register(registry);
        Gauge.builder(
                        "hansa.registry.takes.no.changes",
                        condition,
                        its -> its.noChanges().isPresent() ? 1 : 0)
                .description("1 while the registry's database answers and takes no changes")
                .register(registry);
        Gauge.builder("hansa.clock.offset.seconds", clock, its -> its.offset().toMillis() / 1000.0)
                .description("By how much this machine's clock is behind the database's")
                .register(registry);
        for (Reason reason : Reason.values()) {
            Gauge.builder("hansa.registry.held", registries, its -> held(its, reason))
                    .description("1 while a revision of the registry is held, by reason")
                    .tag("reason", reason.name())
                    .register(registry);
        }
        Gauge.builder("hansa.registry.held.seconds", this, RegistryMetrics::heldSeconds)
                .description("For how long a revision of the registry has been held; 0 for none")
                .strongReference(true)
                .register(registry);
    }

    private static int held(Registries registries, Reason reason) {
        return registries.held().map(HeldRevision::reason).filter(reason::equals).isPresent()
                ? 1
                : 0;
    }

    private double heldSeconds() {
        return registries
                .held()
                .map(held -> Duration.between(held.since(), clock.instant()).toMillis() / 1000.0)
                .orElse(0.0);
    }
}
