package io.hansa.proxy.administration;

import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.function.Function;

/**
 * Items that an administrator puts at a name of its choice.
 *
 * @param <V> the value
 */
interface ReplaceableItems<V> extends Items<V> {
    /**
     * Checks the JSON; no transaction is needed.
     *
     * @return makes the new value from the one there was
     */
    Function<Optional<V>, V> parse(String key, JsonObject json);

    /**
     * @param revision of the registry with this change
     * @return the value with its new version
     * @throws io.hansa.proxy.failure.Failure where the proxy cannot do without what it replaces
     */
    V put(V value, long revision);

    /** What the audit record says the item is now. */
    default JsonObject recorded(V before, V after) {
        return item(after).json();
    }
}
