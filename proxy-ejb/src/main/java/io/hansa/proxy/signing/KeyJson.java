package io.hansa.proxy.signing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.TimedKey;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Locale;

/** Signing keys as JSON of the administration API: never their private halves. */
final class KeyJson {
    private KeyJson() {}

    static JsonObject print(SigningKeys keys) {
        var all = JSON.createArrayBuilder();
        for (TimedKey key : keys.all()) {
            all.add(
                    JSON.createObjectBuilder(print(key))
                            .add("state", keys.state(key).name().toLowerCase(Locale.ROOT)));
        }
        return JSON.createObjectBuilder().add("keys", all).build();
    }

    static JsonObject print(TimedKey key) {
        return JSON.createObjectBuilder()
                .add("id", key.key().id())
                .add("algorithm", SigningKey.ALGORITHM)
                .add("published", key.published().toString())
                .add("since", key.since().toString())
                .add(
                        "until",
                        key.until() == null
                                ? JsonValue.NULL
                                : JSON.createValue(key.until().toString()))
                .build();
    }
}
