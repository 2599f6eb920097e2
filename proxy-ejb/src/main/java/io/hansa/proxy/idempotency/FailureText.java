package io.hansa.proxy.idempotency;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.JsonBounds;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.document.JsonValues;
import io.hansa.proxy.failure.Failure;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes a failure as the text that a database keeps, and reads it back as it was. */
final class FailureText {
    /**
     * A member may be JSON of {@link JsonBounds#DOCUMENT}, and two more levels stand around it
     * here.
     */
    private static final JsonBounds BOUNDS =
            new JsonBounds(JsonBounds.MAX_DEPTH + 2, Integer.MAX_VALUE);

    private FailureText() {}

    static String of(Failure failure) {
        JsonObjectBuilder members = JSON.createObjectBuilder();
        failure.extensions().forEach((name, value) -> members.add(name, JsonValues.of(value)));
        return ascii(
                JSON.createObjectBuilder()
                        .add("effect", failure.effect().name())
                        .add("detail", String.valueOf(failure.getMessage()))
                        .add("members", members)
                        .build()
                        .toString());
    }

    /** A code that this version does not know becomes REPLY_NOT_KEPT. */
    static Failure read(String code, String text) {
        JsonObject json =
                JsonText.foreign(text.getBytes(StandardCharsets.UTF_8), BOUNDS)
                        .map(JsonValue::asJsonObject)
                        .orElseThrow(() -> new IllegalStateException("A kept failure is no JSON."));
        Map<String, JsonValue> members = new LinkedHashMap<>(json.getJsonObject("members"));
        return Failure.of(
                        ErrorCode.ofCode(code).orElse(ErrorCode.REPLY_NOT_KEPT),
                        Effect.valueOf(json.getString("effect")),
                        json.getString("detail"),
                        null)
                .with(members);
    }

    /**
     * A detail or member may hold what no column takes: NUL in PostgreSQL, and a lone surrogate in
     * every encoding. All that is not ASCII stands within strings, where an escape means the same.
     */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        for (int index = 0; index < json.length(); index++) {
            char one = json.charAt(index);
            if (one < 0x7F) {
                text.append(one);
            } else {
                text.append("\\u%04x".formatted((int) one));
            }
        }
        return text.toString();
    }
}
