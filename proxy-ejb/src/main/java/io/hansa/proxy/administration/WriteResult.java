package io.hansa.proxy.administration;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** What a write of one item came to. */
public final class WriteResult {
    private final Outcome outcome;

    WriteResult(Outcome outcome) {
        this.outcome = outcome;
    }

    /** The item that was written; not for a removal. */
    public Written written() {
        return outcome.items().get(0);
    }

    /** The item with what the administrator should know. */
    public JsonObject json() {
        var warnings = Json.createArrayBuilder();
        outcome.consequences().stream()
                .filter(consequence -> consequence.severity() == Consequence.Severity.WARNING)
                .forEach(consequence -> warnings.add(consequence.json()));
        return Json.createObjectBuilder(written().item().json()).add("warnings", warnings).build();
    }

    /** The answer of a dry run: changes and consequences. */
    public JsonObject plan() {
        return outcome.json();
    }
}
