package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.LabelsJson;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The registry as a document: every item as its PUT takes it, without defaults, secrets and ids
 * that were generated; sorted. Applying the document changes nothing.
 */
@Dependent
public class ExportItems {
    /** The kinds of a document, in the order of its members. */
    static final List<Kind> KINDS =
            List.of(
                    Kind.ACCOUNT,
                    Kind.GROUP,
                    Kind.CAPABILITY,
                    Kind.SERVER,
                    Kind.PERMISSION,
                    Kind.PEER);

    private final ItemsOfKinds kinds;
    private final Registries registries;
    private final ItemFacts facts;

    @Inject
    ExportItems(ItemsOfKinds kinds, Registries registries, ItemFacts facts) {
        this.kinds = kinds;
        this.registries = registries;
        this.facts = facts;
    }

    /**
     * @param wanted the kinds; empty: all
     * @param label null: items with and without labels
     */
    @Transactional(TxType.REQUIRED)
    public JsonObject document(Set<Kind> wanted, Label label) {
        Registry registry = registries.current();
        var document = JSON.createObjectBuilder();
        for (Kind kind : KINDS) {
            if (wanted.isEmpty() || wanted.contains(kind)) {
                document.add(kind.plural(), items(kinds.of(kind), registry, label));
            }
        }
        return document.build();
    }

    private <V> JsonArray items(Items<V> items, Registry registry, Label label) {
        Map<String, ItemFact> labelled = facts.labelled(items.kind().part());
        Stream<V> values = items.in(registry).values().stream();
        if (label != null) {
            values = values.filter(value -> label.isOn(labelled.get(items.key(value))));
        }
        var array = JSON.createArrayBuilder();
        values.map(value -> exported(items, value, labelled.get(items.key(value))))
                .sorted(order(items.kind()))
                .forEach(array::add);
        return array.build();
    }

    private static Comparator<JsonObject> order(Kind kind) {
        return kind == Kind.PERMISSION
                ? Comparator.comparing(JsonObject::toString)
                : Comparator.comparing(json -> json.getString(kind.keyMember()));
    }

    private static <V> JsonObject exported(Items<V> items, V value, ItemFact fact) {
        JsonObject whole = ItemForm.ofTheKind(items, items.print(value));
        JsonObject small = withoutDefaults(items, items.key(value), whole);
        return fact == null
                ? small
                : JSON.createObjectBuilder(small)
                        .add(ItemForm.LABELS, LabelsJson.print(fact.labels()))
                        .build();
    }

    /** Leaves out each member without which the item is the same. */
    private static <V> JsonObject withoutDefaults(Items<V> items, String key, JsonObject whole) {
        JsonObject expected = printed(items, key, whole);
        JsonObject small = whole;
        for (String member : whole.keySet()) {
            if (!member.equals(items.kind().keyMember())) {
                JsonObject smaller = ItemForm.without(small, Set.of(member));
                if (expected.equals(printed(items, key, smaller))) {
                    small = smaller;
                }
            }
        }
        return small;
    }

    /**
     * @return null if a member is missing that is needed
     */
    private static <V> JsonObject printed(Items<V> items, String key, JsonObject json) {
        try {
            return items.print(items.parse(key, json).apply(Optional.empty()));
        } catch (Failure missing) {
            return null;
        }
    }
}
