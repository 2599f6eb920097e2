package io.hansa.proxy.document;

import jakarta.json.Json;
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
            return Json.createValue(((Number) value).longValue());
        }
        if (value instanceof Collection<?> many) {
            JsonArrayBuilder array = Json.createArrayBuilder();
            many.forEach(one -> array.add(of(one)));
            return array.build();
        }
        return Json.createValue(String.valueOf(value));
    }
}
