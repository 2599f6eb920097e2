package io.hansa.proxy.administration;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Items that an administrator puts under a chosen name.
 *
 * @param <V> the value
 */
interface ReplaceableItems<V> extends Items<V> {
    /**
     * Parses and checks the JSON. Needs no transaction.
     *
     * @return creates the new value from the existing one
     */
    Function<Optional<V>, V> parse(String key, JsonObject json);

    /**
     * @param revision the registry's revision that contains this change
     * @return the value with its new version
     * @throws io.hansa.proxy.failure.Failure if the proxy needs the value that would be replaced
     */
    V put(V value, long revision);

    /** The item's new state for the audit record. */
    default JsonObject recorded(V before, V after) {
        return item(after).json();
    }
}
