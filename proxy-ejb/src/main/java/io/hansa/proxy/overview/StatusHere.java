package io.hansa.proxy.overview;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.registry.Registries;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Looks at this node. */
@Dependent
class StatusHere {
    private final Findings findings;
    private final Certificates certificates;
    private final Traffic traffic;
    private final Running running;
    private final Registries registries;
    private final DatabaseClock clock;

    @Inject
    StatusHere(
            Findings findings,
            Certificates certificates,
            Traffic traffic,
            Running running,
            Registries registries,
            DatabaseClock clock) {
        this.findings = findings;
        this.certificates = certificates;
        this.traffic = traffic;
        this.running = running;
        this.registries = registries;
        this.clock = clock;
    }

    NodeStatus now() {
        List<Finding> found = new ArrayList<>(findings.all());
        found.addAll(certificates.findings());
        return new NodeStatus(
                NodeFacts.here(registries.current().revision(), clock.offset()),
                found,
                false,
                traffic.lastMinute(),
                running.openBreakers(),
                certificates.ends());
    }
}
