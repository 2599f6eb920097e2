package io.hansa.proxy.document;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;

/** Converts the members of a failure to JSON. */
public final class JsonValues {
    private JsonValues() {}

    /** Whole numbers, collections and JSON stay what they are; all else becomes a string. */
    public static JsonValue of(Object value) {
        if (value instanceof JsonValue already) {
            return already;
        }
        if (value instanceof Integer || value instanceof Long) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            many.forEach(one -> array.add(of(one)));
            return array.build();
        }
        return JSON.createValue(String.valueOf(value));
    }
}
