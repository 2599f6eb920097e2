package io.hansa.proxy.assistance;

import io.hansa.proxy.assistance.JsonScanner.Slice;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Compares JSON text with an expected value without building a tree of it. Numbers are compared by
 * value, the order of an object's members does not matter, and of members of the same name the last
 * one counts. Not thread-safe.
 */
final class JsonEquality {
    private final byte[] text;
    private final JsonScanner json;

    private JsonEquality(byte[] text, JsonScanner json) {
        this.text = text;
        this.json = json;
    }

    /**
     * @param value one JSON value
     */
    static boolean equal(JsonValue expected, byte[] value, long deadlineNanos) {
        return new JsonEquality(value, new JsonScanner(value, deadlineNanos)).next(expected);
    }

    private boolean next(JsonValue expected) {
        byte first = json.peek();
        if (first == '{' && expected instanceof JsonObject object) {
            return object(object);
        }
        if (first == '[' && expected instanceof JsonArray array) {
            return array(array);
        }
        Slice value = json.skip();
        return switch (expected.getValueType()) {
            case STRING ->
                    first == '"'
                            && QuotedText.equals(text, value, ((JsonString) expected).getString());
            case NUMBER ->
                    (first == '-' || first >= '0' && first <= '9')
                            && DecimalValue.of(written(value))
                                    .equals(DecimalValue.of(expected.toString()));
            case OBJECT, ARRAY -> false;
            default -> written(value).equals(expected.toString());
        };
    }

    private boolean array(JsonArray expected) {
        boolean equal = true;
        int index = 0;
        json.enter();
        while (json.more(']')) {
            if (equal && index < expected.size()) {
                equal = next(expected.get(index));
            } else {
                json.skip();
            }
            index++;
        }
        return equal && index == expected.size();
    }

    private boolean object(JsonObject expected) {
        Map<String, Boolean> equal = new HashMap<>();
        boolean known = true;
        json.enter();
        while (json.more('}')) {
            Slice name = json.name();
            String member =
                    expected.keySet().stream()
                            .filter(one -> QuotedText.equals(text, name, one))
                            .findFirst()
                            .orElse(null);
            if (member == null) {
                known = false;
                json.skip();
            } else {
                equal.put(member, next(expected.get(member)));
            }
        }
        return known && equal.size() == expected.size() && !equal.containsValue(false);
    }

    private String written(Slice value) {
        return new String(text, value.from(), value.length(), StandardCharsets.ISO_8859_1);
    }
}
