package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.ItemFacts;
import io.hansa.proxy.registry.LabelsJson;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.registry.Revisions;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Writes single changes within the transaction of {@link ChangeItems}. */
@Dependent
class Writing {
    /** Writes after which the entities are detached: each flush compares all of them. */
    private static final int MAX_HELD = 100;

    private final Revisions revisions;
    private final ItemFacts facts;
    private final RemovedUses uses;
    private final AuditTrail audit;

    @Inject
    Writing(Revisions revisions, ItemFacts facts, ItemsOfKinds kinds, AuditTrail audit) {
        this.revisions = revisions;
        this.facts = facts;
        this.uses = new RemovedUses(kinds, this::write);
        this.audit = audit;
    }

    void write(Change change, Work work) {
        if (change instanceof Change.Put<?> put) {
            put(put, work);
        } else if (change instanceof Change.Remove<?> remove) {
            remove(remove, work);
        }
        if (work.held() >= MAX_HELD) {
            facts.release();
            work.released();
        }
    }

    private <V> void put(Change.Put<V> put, Work work) {
        Items<V> items = put.items();
        Target target = new Target(items.kind(), put.key() == null ? key(put, work) : put.key());
        Optional<V> before = items.find(target.key());
        ItemFact fact = fact(target);
        put.precondition().check(before.map(value -> item(items, value, fact)));
        V after = valueOf(put, before, target.key());
        Map<String, String> old = fact == null ? Map.of() : fact.labels();
        Map<String, String> labels = put.labels() == null ? old : put.labels();
        if (before.isPresent() && items.same(before.get(), after) && labels.equals(old)) {
            work.wrote(new Written(item(items, before.get(), fact), false));
            return;
        }
        V stored = items.put(items.setBy(work.options().by(), after), work.revision());
        JsonObject was = before.map(value -> labelled(items.print(value), old)).orElse(null);
        JsonObject is =
                labelled(
                        before.map(value -> items.recorded(value, stored))
                                .orElseGet(() -> items.print(stored)),
                        labels);
        String given = work.options().reason();
        note(
                new Changed(target.kind(), target.key(), was, is),
                given == null ? items.reason(stored) : given,
                work);
        if (!labels.equals(old)) {
            facts.label(target.kind().part(), target.key(), labels);
        }
        before.ifPresent(value -> Dropped.note(put, items.print(value), items.print(stored), work));
        work.wrote(new Written(item(items, stored, fact(target)), before.isEmpty()));
        if (stored instanceof Permission permission) {
            work.grant(permission);
        }
    }

    /** The id of the permission that is the same, or a new one. */
    private static <V> String key(Change.Put<V> put, Work work) {
        Permission wanted = (Permission) put.value().apply(Optional.empty());
        return work.granted(wanted).stream()
                .filter(held -> held.sameAs(wanted))
                .map(Permission::id)
                .findFirst()
                .orElseGet(() -> UUID.randomUUID().toString());
    }

    @SuppressWarnings("unchecked")
    private static <V> V valueOf(Change.Put<V> put, Optional<V> before, String key) {
        V value = put.value().apply(before);
        return value instanceof Permission permission ? (V) permission.withId(key) : value;
    }

    private <V> void remove(Change.Remove<V> remove, Work work) {
        Items<V> items = remove.items();
        Target target = new Target(items.kind(), remove.key());
        V before = items.find(remove.key()).orElseThrow(target::absent);
        ItemFact fact = fact(target);
        remove.precondition().check(Optional.of(item(items, before, fact)));
        if (remove.cascade()) {
            work.cascade(target);
        }
        items.remove(remove.key());
        note(
                new Changed(
                        target.kind(),
                        target.key(),
                        labelled(items.print(before), fact == null ? Map.of() : fact.labels()),
                        null),
                work.options().reason(),
                work);
    }

    /** As {@link RemovedUses#remove}. */
    boolean removeUses(Work work, Registry after) {
        return uses.remove(work, after);
    }

    private void note(Changed change, String reason, Work work) {
        work.changed(change);
        Kind kind = change.kind();
        String by = work.options().by();
        if (change.after() == null) {
            revisions.noteRemoved(work.revision(), kind.part(), change.key());
            audit.removed(by, kind, recorded(change, change.before()), reason);
            return;
        }
        revisions.note(work.revision(), kind.part(), change.key());
        if (change.before() == null) {
            audit.created(by, kind, recorded(change, change.after()), reason);
        } else {
            audit.replaced(by, kind, recorded(change, change.before()), change.after(), reason);
        }
    }

    private static Item recorded(Changed change, JsonObject state) {
        return new Item(change.key(), state, 0);
    }

    private <V> Item item(Items<V> items, V value, ItemFact fact) {
        return ItemForm.item(items.key(value), items.print(value), fact);
    }

    private ItemFact fact(Target target) {
        return facts.find(target.kind().part(), target.key()).orElse(null);
    }

    private static JsonObject labelled(JsonObject json, Map<String, String> labels) {
        return labels.isEmpty()
                ? json
                : JSON.createObjectBuilder(json)
                        .add(ItemForm.LABELS, LabelsJson.print(labels))
                        .build();
    }
}
