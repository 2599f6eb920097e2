package io.hansa.proxy.registry;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.BodyFault;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** An item's labels as JSON: an object of texts, at most 64, sorted by name. */
public final class LabelsJson {
    private static final int MAX_LABELS = 64;
    private static final int MAX_VALUE = 200;

    private LabelsJson() {}

    /**
     * @param value the member {@code labels}; null: none
     * @throws Failure REQUEST_INVALID
     */
    public static SortedMap<String, String> parse(JsonValue value) {
        SortedMap<String, String> labels = new TreeMap<>();
        if (value == null || value == JsonValue.NULL) {
            return labels;
        }
        if (!(value instanceof JsonObject json) || json.size() > MAX_LABELS) {
            throw invalid(
                    "labels must be an object of at most 64 texts; give {\"name\":\"value\"}.");
        }
        json.forEach(
                (name, text) -> labels.put(Name.check("a label's name", name), text(name, text)));
        return labels;
    }

    private static String text(String name, JsonValue value) {
        if (value instanceof JsonString text && text.getString().length() <= MAX_VALUE) {
            return text.getString();
        }
        throw invalid("The label %s must have a text of at most 200 characters.".formatted(name));
    }

    /** The object with the labels. */
    public static JsonObject print(Map<String, String> labels) {
        var json = JSON.createObjectBuilder();
        new TreeMap<>(labels).forEach(json::add);
        return json.build();
    }

    /** The stored text; null where there are none, so that the database can tell. */
    static String store(Map<String, String> labels) {
        return labels.isEmpty() ? null : print(labels).toString();
    }

    static Map<String, String> read(String stored) {
        return stored == null
                ? Map.of()
                : Collections.unmodifiableSortedMap(parse(JsonText.object(stored)));
    }

    private static Failure invalid(String sentence) {
        return BodyFault.of("/labels", sentence);
    }
}
