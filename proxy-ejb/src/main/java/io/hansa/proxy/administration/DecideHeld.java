package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.RegistryRefresh;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.function.Supplier;

/** Shows a revision of the registry that is held, and takes the decision about it. */
@Dependent
public class DecideHeld {
    private final Registries registries;
    private final SettleHeld settle;
    private final RegistryRefresh refresh;
    private final Clock clock;

    @Inject
    DecideHeld(Registries registries, SettleHeld settle, RegistryRefresh refresh, Clock clock) {
        this.registries = registries;
        this.settle = settle;
        this.refresh = refresh;
        this.clock = clock;
    }

    public JsonObject show() {
        return registries
                .held()
                .map(held -> HeldJson.print(held, clock.instant()))
                .orElseGet(HeldJson::none);
    }

    /**
     * What the database has comes into force, on every node.
     *
     * @return {@code {"revision","changes","consequences"}}
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject accept(WriteOptions options) {
        return decide(() -> settle.accept(options));
    }

    /**
     * What is in force on this node is written back to the database.
     *
     * @return {@code {"revision","changes","consequences"}}
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject reject(WriteOptions options) {
        return decide(() -> settle.reject(options));
    }

    private JsonObject decide(Supplier<Outcome> decision) {
        try {
            Outcome outcome = decision.get();
            refresh.refresh();
            return json(outcome);
        } catch (Outcome.RolledBack dryRun) {
            return json(dryRun.outcome());
        }
    }

    private static JsonObject json(Outcome outcome) {
        return JSON.createObjectBuilder()
                .add("revision", outcome.revision())
                .addAll(JSON.createObjectBuilder(outcome.json()))
                .build();
    }
}
