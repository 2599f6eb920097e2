package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.LabelsJson;
import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the JSON of every kind has: labels, and the time of the last change. */
final class ItemForm {
    static final String LABELS = "labels";
    private static final String CHANGED_AT = "changedAt";
    private static final String WARNINGS = "warnings";
    private static final Set<String> NOT_OF_THE_KIND = Set.of(LABELS, CHANGED_AT, WARNINGS);

    private ItemForm() {}

    /**
     * The item as administrators see it.
     *
     * @param fact null: nothing is known
     */
    static Item item(String key, JsonObject json, ItemFact fact) {
        var all = JSON.createObjectBuilder(json);
        all.add(LABELS, LabelsJson.print(fact == null ? Map.of() : fact.labels()));
        if (fact != null) {
            all.add(CHANGED_AT, fact.changedAt().toString());
        }
        return new Item(key, all.build(), fact == null ? 0 : fact.revision());
    }

    /** What the kind itself parses: without labels, and without what only a GET has. */
    static JsonObject ofTheKind(Items<?> items, JsonObject json) {
        Set<String> others = new HashSet<>(NOT_OF_THE_KIND);
        others.addAll(items.readOnly());
        return without(json, others);
    }

    static JsonObject without(JsonObject json, Set<String> members) {
        var rest = JSON.createObjectBuilder();
        json.forEach(
                (name, value) -> {
                    if (!members.contains(name)) {
                        rest.add(name, value);
                    }
                });
        return rest.build();
    }
}
