package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Subject;
import java.util.List;
import java.util.Optional;

/**
 * The items of one kind, as values.
 *
 * @param <V> the value
 */
interface Items<V> {
    Kind kind();

    List<V> all();

    Optional<V> find(String key);

    Item item(V value);

    /**
     * @throws Failure where the proxy cannot do without it
     */
    void remove(String key);

    /** Whose grants go with the item; otherwise they would wait for the next one of that name. */
    default Optional<Subject> subject(String key) {
        return Optional.empty();
    }

    /**
     * @throws Failure with {@code not-found} where there is none
     */
    default Item existing(String key) {
        return find(key)
                .map(this::item)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "There is no %s \"%s\"; list them to see which there are."
                                                .formatted(kind().word(), key)));
    }
}
