package io.hansa.proxy.monitoring;

import io.hansa.proxy.health.HealthJournal;
import io.hansa.proxy.probe.Probing;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/** What this node does to know how its servers are. */
record HealthMetrics(Probing probing, HealthJournal journal) {
    void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("hansa.server.health.changes", journal, HealthJournal::changes)
                .description("How many times a business server came into another state")
                .register(registry);
        count(registry, "passed", Probing::passed);
        count(registry, "failed", Probing::failed);
    }

    private void count(MeterRegistry registry, String outcome, ToDoubleFunction<Probing> count) {
        FunctionCounter.builder("hansa.probes", probing, count)
                .description("Probes of business servers that this node made by itself")
                .tag("outcome", outcome)
                .register(registry);
    }
}
