package io.hansa.launcher.output;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.stream.Collectors;

/** Members of JSON objects as texts for a table. */
public final class Cells {
    private Cells() {}

    /** Nothing where the member is missing or null; of an array, its values with commas. */
    public static String of(JsonObject object, String name) {
        return text(object.getOrDefault(name, JsonValue.NULL));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(Cells::text).collect(Collectors.joining(","));
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }
}
