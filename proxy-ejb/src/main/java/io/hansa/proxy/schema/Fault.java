package io.hansa.proxy.schema;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.document.Name;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;

/**
 * One thing that is wrong with a value.
 *
 * @param member a JSON Pointer (RFC 6901)
 * @param value null: it is missing, secret, or no scalar
 * @param message what is allowed; begins with a verb, without a full stop
 */
public record Fault(String member, JsonValue value, String message) {
    private static final int MAX_DIGITS = 40;

    /** With the value, shortened, where it may be told. */
    static Fault of(String member, JsonValue value, boolean secret, String message) {
        return new Fault(shortened(member), secret ? null : told(value), message);
    }

    private static JsonValue told(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT, ARRAY -> null;
            case STRING -> text(((JsonString) value).getString());
            case NUMBER -> number((JsonNumber) value);
            default -> value;
        };
    }

    private static JsonValue text(String text) {
        return JSON.createValue(Name.shortened(text));
    }

    private static JsonValue number(JsonNumber number) {
        String digits = number.toString();
        return digits.length() > MAX_DIGITS ? text(digits) : number;
    }

    private static String shortened(String pointer) {
        return Name.shortened(pointer);
    }

    JsonObject json() {
        JsonObjectBuilder json = JSON.createObjectBuilder().add("member", member);
        if (value != null) {
            json.add("value", value);
        }
        return json.add("message", message).build();
    }

    /** As a sentence. */
    String sentence() {
        String what = member.isEmpty() ? "The body" : member;
        return value == null
                ? "%s: %s.".formatted(what, message)
                : "%s is %s; %s.".formatted(what, value, message);
    }
}
