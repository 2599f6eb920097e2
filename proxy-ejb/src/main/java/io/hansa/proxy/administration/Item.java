package io.hansa.proxy.administration;

import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * One item of the registry as administrators see it.
 *
 * @param key its name or id
 * @param json its form in the administration API, without any secret
 * @param version another one after every change, also where it was removed and made anew in between
 */
public record Item(String key, JsonObject json, long version) {
    public Item {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(json, "json");
    }

    /** The version as an entity tag, without quotes. (RFC 9110, section 8.8.3) */
    public String tag() {
        return Long.toString(version);
    }
}
