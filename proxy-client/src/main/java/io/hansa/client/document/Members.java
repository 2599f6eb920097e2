package io.hansa.client.document;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The members of a JSON object, read with defaults. Unknown members are ignored. */
public final class Members {
    private final Map<?, ?> members;

    private Members(Map<?, ?> members) {
        this.members = members;
    }

    /**
     * @throws IllegalArgumentException where the text is no JSON object
     */
    public static Members read(String text) {
        if (Json.read(text) instanceof Map<?, ?> object) {
            return new Members(object);
        }
        throw new IllegalArgumentException("malformed JSON: an object is expected");
    }

    public String text(String name, String otherwise) {
        return members.get(name) instanceof String text ? text : otherwise;
    }

    public double number(String name, double otherwise) {
        return members.get(name) instanceof BigDecimal number ? number.doubleValue() : otherwise;
    }

    public boolean flag(String name, boolean otherwise) {
        return members.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    /** The objects of an array; what is no object is left out. */
    List<Members> objects(String name) {
        return members.get(name) instanceof List<?> items
                ? items.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> new Members((Map<?, ?>) item))
                        .toList()
                : List.of();
    }

    /** All members that are texts, numbers or flags, as text. */
    Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        members.forEach(
                (name, value) -> {
                    if (value != null && !(value instanceof Map) && !(value instanceof List)) {
                        texts.put(Objects.toString(name), value.toString());
                    }
                });
        return texts;
    }
}
