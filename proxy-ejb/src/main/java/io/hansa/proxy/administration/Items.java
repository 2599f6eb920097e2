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
     * @throws Failure if the proxy needs the item
     */
    void remove(String key);

    /**
     * The subject whose permissions are removed with the item. Otherwise the next item of that name
     * would inherit them.
     */
    default Optional<Subject> subject(String key) {
        return Optional.empty();
    }

    /**
     * @throws Failure with {@code not-found} if the item does not exist
     */
    default Item existing(String key) {
        return find(key)
                .map(this::item)
                .orElseThrow(
                        () ->
                                Failure.of(
                                        ErrorCode.NOT_FOUND,
                                        "There is no %s \"%s\"; list them for those that exist."
                                                .formatted(kind().word(), key)));
    }
}
