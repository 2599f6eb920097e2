package io.hansa.proxy.administration;

import jakarta.json.JsonObject;
import java.util.Objects;

/**
 * One item of the registry, as administrators see it.
 *
 * @param key the item's name or id
 * @param json the item's form in the administration API, without secrets
 * @param version changes with every change, also if the item was removed and created again
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
