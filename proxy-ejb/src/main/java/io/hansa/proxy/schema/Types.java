package io.hansa.proxy.schema;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.stream.Collectors;

/** The keyword {@code type}, and words for people. */
final class Types {
    private Types() {}

    static boolean match(JsonObject schema, JsonValue value) {
        List<String> types = names(schema);
        return types.isEmpty() || types.stream().anyMatch(type -> is(type, value));
    }

    static Fault fault(Place place) {
        String types =
                names(place.schema()).stream().map(Types::word).collect(Collectors.joining(" or "));
        return place.fault("give " + types);
    }

    /** {@code A, B, C}. */
    static String listed(JsonArray values) {
        return values.stream()
                .map(
                        value ->
                                value instanceof JsonString text
                                        ? text.getString()
                                        : value.toString())
                .collect(Collectors.joining(", "));
    }

    /** {@code give 1 to 16}. */
    static String range(int min, int max) {
        if (max == Integer.MAX_VALUE) {
            return "give at least " + min;
        }
        return min == 0 ? "give at most " + max : "give %d to %d".formatted(min, max);
    }

    private static List<String> names(JsonObject schema) {
        JsonValue type = schema.get("type");
        if (type instanceof JsonString one) {
            return List.of(one.getString());
        }
        return type == null ? List.of() : type.asJsonArray().getValuesAs(JsonString::getString);
    }

    private static boolean is(String type, JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> type.equals("string");
            case OBJECT -> type.equals("object");
            case ARRAY -> type.equals("array");
            case NULL -> type.equals("null");
            case TRUE, FALSE -> type.equals("boolean");
            case NUMBER ->
                    type.equals("number")
                            || type.equals("integer") && NumberRules.isWhole((JsonNumber) value);
        };
    }

    private static String word(String type) {
        return switch (type) {
            case "string" -> "a text";
            case "object" -> "an object";
            case "array" -> "an array";
            case "boolean" -> "true or false";
            case "integer" -> "a whole number";
            case "number" -> "a number";
            default -> type;
        };
    }
}
