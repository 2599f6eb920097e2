package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.registry.LabelsJson;
import io.hansa.proxy.schema.Schemas;
import jakarta.json.JsonObject;
import java.util.Map;

/** Makes a change of the JSON that an administrator gives. */
final class Puts {
    private Puts() {}

    /**
     * @param key null: of a permission that is granted
     */
    static <V> Change.Put<V> of(
            Items<V> items, String key, JsonObject json, Precondition precondition) {
        Schemas.check(items.kind().schema(), json);
        return new Change.Put<>(
                items,
                key,
                items.parse(key == null ? "" : key, ItemForm.ofTheKind(items, json)),
                LabelsJson.parse(json.get(ItemForm.LABELS)),
                json.keySet(),
                precondition);
    }

    /** The item with members changed. (RFC 7396) */
    static <V> Change.Put<V> merged(
            Items<V> items, Item current, JsonObject merge, Precondition precondition) {
        JsonObject merged =
                JSON.createMergePatch(merge)
                        .apply(ItemForm.without(current.json(), items.readOnly()))
                        .asJsonObject();
        Schemas.check(items.kind().schema(), merged);
        Map<String, String> labels = LabelsJson.parse(merged.get(ItemForm.LABELS));
        return new Change.Put<>(
                items,
                current.key(),
                items.parse(current.key(), ItemForm.ofTheKind(items, merged)),
                labels,
                null,
                precondition);
    }
}
