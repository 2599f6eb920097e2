package io.hansa.proxy.overview;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.Instant;

/**
 * Something that is not as it should be.
 *
 * @param code stable across versions
 * @param text what is wrong, a sentence
 * @param remedy what to do, a sentence
 * @param since null: not known
 * @param link the address of the item
 */
record Finding(
        Severity severity, String code, String text, String remedy, Instant since, String link) {
    /** From what must be done to what should be known. */
    enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    JsonObject json() {
        return JSON.createObjectBuilder()
                .add("severity", severity.name())
                .add("code", code)
                .add("text", text)
                .add("remedy", remedy)
                .add("since", since == null ? JsonValue.NULL : JSON.createValue(since.toString()))
                .add("link", link)
                .build();
    }
}
