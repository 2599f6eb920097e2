package io.hansa.proxy.signing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.configuration.DatabaseClock;
import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.secret.SignedFile;
import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.TimedKey;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The signing keys as a file of this node, from which it starts where the database does not answer.
 * Each key is encrypted as in the database. For one thread.
 */
final class KeySnapshot {
    static final long MAX_BYTES = 1 << 20;

    private final SignedFile file;

    KeySnapshot(SignedFile file) {
        this.file = file;
    }

    void write(List<TimedKey> keys, KeyCipher cipher) throws IOException {
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (TimedKey key : keys) {
            JsonObjectBuilder json =
                    JSON.createObjectBuilder()
                            .add("id", key.key().id())
                            .add("secret", cipher.seal(key.key().id(), key.key().secretJwk()))
                            .add("published", key.published().toString())
                            .add("since", key.since().toString());
            if (key.until() != null) {
                json.add("until", key.until().toString());
            }
            all.add(json);
        }
        String text = JSON.createObjectBuilder().add("keys", all).build().toString();
        file.write(text.getBytes(StandardCharsets.UTF_8), DatabaseClock.now());
    }

    /** Empty where there is no file. */
    List<TimedKey> read(KeyCipher cipher) throws IOException, WrongKeyException {
        SignedFile.Content content = file.read().orElse(null);
        List<TimedKey> keys = new ArrayList<>();
        if (content != null) {
            for (JsonValue one : JsonText.object(content.bytes()).getJsonArray("keys")) {
                JsonObject json = one.asJsonObject();
                keys.add(
                        new TimedKey(
                                SigningKey.parse(
                                        cipher.open(
                                                json.getString("id"), json.getString("secret"))),
                                Instant.parse(json.getString("published")),
                                Instant.parse(json.getString("since")),
                                json.containsKey("until")
                                        ? Instant.parse(json.getString("until"))
                                        : null));
            }
        }
        return keys;
    }
}
