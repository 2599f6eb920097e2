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

    /** Of the same item and kind: found by several nodes, it is one. */
    String identity() {
        return code + " " + link;
    }

    static Finding read(JsonObject json) {
        return new Finding(
                Severity.valueOf(json.getString("severity")),
                json.getString("code"),
                json.getString("text"),
                json.getString("remedy"),
                json.isNull("since") ? null : Instant.parse(json.getString("since")),
                json.getString("link"));
    }

    Finding since(Instant earlier) {
        return new Finding(severity, code, text, remedy, earlier, link);
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
