package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

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
        var warnings = JSON.createArrayBuilder();
        outcome.consequences().stream()
                .filter(consequence -> consequence.severity() == Consequence.Severity.WARNING)
                .forEach(consequence -> warnings.add(consequence.json()));
        return JSON.createObjectBuilder(written().item().json()).add("warnings", warnings).build();
    }

    /** The answer of a dry run: changes and consequences. */
    public JsonObject plan() {
        return outcome.json();
    }
}
