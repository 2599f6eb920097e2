package io.hansa.proxy.overview;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.overview.Finding.Severity;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryCondition;
import io.hansa.proxy.registry.RegistryCondition.NoChanges;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Looks for what is wrong with the registry's database, as this node sees it. */
@Dependent
class RegistryFindings {
    private static final Duration MUCH = Duration.ofSeconds(2);
    private static final String ADMIN = "/api/v1/admin/";

    private final Registries registries;
    private final RegistryCondition condition;
    private final DatabaseClock clock;

    @Inject
    RegistryFindings(Registries registries, RegistryCondition condition, DatabaseClock clock) {
        this.registries = registries;
        this.condition = condition;
        this.clock = clock;
    }

    List<Finding> all() {
        List<Finding> all = new ArrayList<>();
        if (condition.away()) {
            all.add(
                    new Finding(
                            Severity.ERROR,
                            "registry-away",
                            "The registry's database has not answered for %d seconds: %s."
                                    .formatted(condition.ageMillis() / 1000, condition.reason()),
                            "Look at the database behind the data source jdbc/hansa. Requests go on from memory;"
                                    + " changes and requests with idempotency keys are refused.",
                            condition.answeredAt(),
                            ADMIN + "nodes"));
        }
        if (!condition.away()) {
            condition.noChanges().map(RegistryFindings::noChanges).ifPresent(all::add);
        }
        if (clock.offset().abs().compareTo(MUCH) > 0) {
            all.add(
                    new Finding(
                            Severity.WARNING,
                            "clock-skewed",
                            "The clock of this node's machine is %d ms off the database's."
                                    .formatted(-clock.offset().toMillis()),
                            "Set the machine's clock right (NTP). The node goes by the database's clock meanwhile.",
                            null,
                            ADMIN + "nodes"));
        }
        registries
                .held()
                .ifPresent(
                        held ->
                                all.add(
                                        new Finding(
                                                Severity.ERROR,
                                                "registry-held",
                                                held.text()
                                                        + " The state of before stays in force.",
                                                held.remedy(),
                                                held.since(),
                                                ADMIN + "registry/held")));
        return all;
    }

    private static Finding noChanges(NoChanges refused) {
        return new Finding(
                Severity.ERROR,
                "registry-takes-no-changes",
                "The registry's database answers and takes no changes: %s."
                        .formatted(refused.why()),
                "Make room on its disk, or let jdbc/hansa name the database that takes changes. Requests"
                        + " go on; changes and requests with idempotency keys are refused.",
                refused.since(),
                ADMIN + "nodes");
    }
}
