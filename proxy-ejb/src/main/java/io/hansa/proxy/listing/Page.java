package io.hansa.proxy.listing;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param total the items of all pages
 * @param next the {@code after} of the next page; null on the last page
 */
public record Page<T>(List<T> items, long total, String next) {
    public Page {
        items = List.copyOf(items);
    }

    /**
     * The page as JSON: {@code {"accounts":[…],"total":n,"next":"…"}}.
     *
     * @param name the list's member
     */
    public JsonObject json(String name, Function<T, JsonObject> item) {
        Objects.requireNonNull(name, "name");
        var array = JSON.createArrayBuilder();
        items.forEach(one -> array.add(item.apply(one)));
        var json = JSON.createObjectBuilder().add(name, array).add("total", total);
        if (next != null) {
            json.add("next", next);
        }
        return json.build();
    }
}
