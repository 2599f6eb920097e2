package io.hansa.proxy.signing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.io.Serial;
import java.util.List;
import java.util.Objects;

/**
 * A wish for another signing key.
 *
 * @param by who asks for it, in the audit record
 * @param reason null: none was given
 * @param dryRun whether to tell what would change, and to change nothing
 */
public record KeyRotation(String by, String reason, boolean dryRun) {
    public KeyRotation {
        Objects.requireNonNull(by, "by");
    }

    /** Thrown to roll back the transaction of a dry run. */
    static final class Planned extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;
        private final transient List<JsonObject> changes;

        Planned(List<JsonObject> changes) {
            super(null, null, false, false);
            this.changes = List.copyOf(changes);
        }

        /** {@code {"changes":[…],"consequences":[]}}. */
        JsonObject json() {
            JsonArrayBuilder all = JSON.createArrayBuilder();
            changes.forEach(all::add);
            return JSON.createObjectBuilder()
                    .add("changes", all)
                    .add("consequences", JSON.createArrayBuilder())
                    .build();
        }
    }
}
