package io.hansa.proxy.administration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One wanted change of the registry. */
sealed interface Change {
    Precondition precondition();

    /**
     * Creates or replaces an item.
     *
     * @param key null: a permission, which is the same as an existing one or gets a new id
     * @param value makes the new value from the existing one, which is absent for a new item
     * @param labels null: the existing ones are kept
     * @param members those that were given; null: all that matter, as of a PATCH
     */
    record Put<V>(
            Items<V> items,
            String key,
            Function<Optional<V>, V> value,
            Map<String, String> labels,
            Set<String> members,
            Precondition precondition)
            implements Change {}

    /**
     * Removes an item.
     *
     * @param cascade whether what names the item goes with it; else the change is refused
     */
    record Remove<V>(Items<V> items, String key, boolean cascade, Precondition precondition)
            implements Change {}
}
