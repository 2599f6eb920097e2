package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;

/**
 * One item that was changed, or would be.
 *
 * @param before null: it was created
 * @param after null: it was removed
 */
record Changed(Kind kind, String key, JsonObject before, JsonObject after) {
    JsonObject json() {
        return JSON.createObjectBuilder()
                .add("kind", kind.word())
                .add("key", key)
                .add("before", before == null ? JsonValue.NULL : before)
                .add("after", after == null ? JsonValue.NULL : after)
                .build();
    }
}
