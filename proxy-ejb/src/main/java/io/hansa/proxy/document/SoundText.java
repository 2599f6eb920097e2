package io.hansa.proxy.document;

import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * Refuses texts that would not come out as they came in: half of a surrogate pair becomes a
 * question mark in UTF-8, and PostgreSQL keeps no NUL. JSON can escape both (RFC 8259, section
 * 8.2).
 */
final class SoundText {
    private SoundText() {}

    /**
     * @throws Failure REQUEST_INVALID with the name of the member
     */
    static void require(JsonObject object) {
        object(object, "");
    }

    private static void object(JsonObject object, String path) {
        object.forEach(
                (name, value) -> {
                    if (!isSound(name)) {
                        throw refused(
                                (path.isEmpty() ? "The body" : path) + " has a member whose name");
                    }
                    value(value, path.isEmpty() ? name : path + "." + name);
                });
    }

    private static void value(JsonValue value, String path) {
        switch (value.getValueType()) {
            case STRING -> {
                if (!isSound(((JsonString) value).getString())) {
                    throw refused(path);
                }
            }
            case OBJECT -> object(value.asJsonObject(), path);
            case ARRAY -> array(value.asJsonArray(), path);
            default -> {
                // Numbers and literals hold no text.
            }
        }
    }

    private static void array(JsonArray array, String path) {
        for (int index = 0; index < array.size(); index++) {
            value(array.get(index), path + "[" + index + "]");
        }
    }

    private static boolean isSound(String text) {
        for (int index = 0; index < text.length(); index++) {
            char next = text.charAt(index);
            if (Character.isHighSurrogate(next)
                    && index + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(index + 1))) {
                index++;
            } else if (next == 0 || Character.isSurrogate(next)) {
                return false;
            }
        }
        return true;
    }

    private static Failure refused(String what) {
        return BodyFault.of(
                "",
                "%s holds a NUL character or half of a surrogate pair, which no text can keep; send it without."
                        .formatted(Name.shortened(what)));
    }
}
