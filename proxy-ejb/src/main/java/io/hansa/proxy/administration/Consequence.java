package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import java.util.List;

/**
 * What follows from a change besides the change.
 *
 * @param code stable across versions
 * @param text one sentence
 * @param items what it is about, at most {@value #MAX_ITEMS}
 */
record Consequence(Severity severity, String code, String text, List<String> items) {
    static final int MAX_ITEMS = 100;

    /** How much it matters. */
    enum Severity {
        INFO,
        WARNING
    }

    Consequence {
        items = List.copyOf(items.size() > MAX_ITEMS ? items.subList(0, MAX_ITEMS) : items);
    }

    static Consequence info(String code, String text, List<String> items) {
        return new Consequence(Severity.INFO, code, text, items);
    }

    static Consequence warning(String code, String text, List<String> items) {
        return new Consequence(Severity.WARNING, code, text, items);
    }

    JsonObject json() {
        return JSON.createObjectBuilder()
                .add("severity", severity.name())
                .add("code", code)
                .add("text", text)
                .add("items", JSON.createArrayBuilder(items))
                .build();
    }
}
