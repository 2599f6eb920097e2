package io.hansa.proxy.administration;

import io.hansa.proxy.registry.Registry;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The items of one kind, as values. Reads and writes of the database belong to the caller's
 * transaction.
 *
 * @param <V> the value
 */
interface Items<V> {
    Kind kind();

    Optional<V> find(String key);

    String key(V value);

    /** The value as its PUT takes it, and members that only a GET has; without secrets. */
    JsonObject print(V value);

    /**
     * Parses and checks the JSON. Needs no transaction.
     *
     * @return creates the new value from the existing one
     */
    Function<Optional<V>, V> parse(String key, JsonObject json);

    /** The value as that account has set it. */
    default V setBy(String account, V value) {
        return value;
    }

    /**
     * @param revision the registry's revision that contains this change
     * @return the value with its new version
     * @throws io.hansa.proxy.failure.Failure if the proxy needs the value that would be replaced
     */
    V put(V value, long revision);

    /**
     * @throws io.hansa.proxy.failure.Failure if the proxy needs the item
     */
    void remove(String key);

    /** The values of the registry in force, by key. */
    Map<String, V> in(Registry registry);

    /** What a list is sorted by; ends with the key where it is not the key. */
    default String name(V value) {
        return key(value);
    }

    /** The texts that a list searches. */
    default List<String> texts(V value) {
        return List.of(key(value));
    }

    /** The filters of a list by name: each makes a condition from the parameter's value. */
    default Map<String, Function<String, Predicate<V>>> filters() {
        return Map.of();
    }

    /** The form in a list. */
    default JsonObject listed(V value, Registry registry) {
        return print(value);
    }

    /** The form alone. */
    default JsonObject shown(V value, Registry registry) {
        return listed(value, registry);
    }

    /** Members that only a GET has; a PUT takes and ignores them. */
    default Set<String> readOnly() {
        return Set.of();
    }

    /** Whether a change from one to the other changes nothing. */
    default boolean same(V before, V after) {
        return print(before).equals(print(after));
    }

    /** Why the value is as it is, where it tells that itself; null: it does not. */
    default String reason(V value) {
        return null;
    }

    /** The item's new state for the audit record. */
    default JsonObject recorded(V before, V after) {
        return print(after);
    }
}
