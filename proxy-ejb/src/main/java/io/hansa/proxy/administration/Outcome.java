package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.registry.Registry;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * What a set of changes came to.
 *
 * @param revision of the registry that has the changes; the one before where nothing changed
 * @param registry with the changes; null where only accounts' credentials change
 * @param items of the puts, in their order
 */
record Outcome(
        long revision,
        Registry registry,
        List<Written> items,
        List<Changed> changes,
        List<Consequence> consequences) {
    Outcome {
        items = List.copyOf(items);
        changes = List.copyOf(changes);
        consequences = List.copyOf(consequences);
    }

    /** {@code {"changes":[…],"consequences":[…]}}. */
    JsonObject json() {
        var changed = JSON.createArrayBuilder();
        changes.forEach(change -> changed.add(change.json()));
        var follows = JSON.createArrayBuilder();
        consequences.forEach(consequence -> follows.add(consequence.json()));
        return JSON.createObjectBuilder()
                .add("changes", changed)
                .add("consequences", follows)
                .build();
    }

    /** The plan of a change that is a dry run; null where the change was made. */
    static JsonObject planOf(Runnable change) {
        try {
            change.run();
            return null;
        } catch (RolledBack rolledBack) {
            return rolledBack.outcome().json();
        }
    }

    /** Thrown to roll back a transaction whose changes must not stay. */
    static final class RolledBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Outcome outcome;

        RolledBack(Outcome outcome) {
            super(null, null, false, false);
            this.outcome = outcome;
        }

        Outcome outcome() {
            return outcome;
        }
    }
}
