package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.registry.ItemFact;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Applies a document of items, as {@link ExportItems} makes it: all of it in one transaction and
 * one revision, or nothing. Items that are as the document says stay untouched.
 */
@Dependent
public class ApplyDocument {
    private static final double MAX_PRUNED = 0.2;

    private final ItemsOfKinds kinds;
    private final Registries registries;
    private final ReadItems read;
    private final Administration administration;

    @Inject
    ApplyDocument(
            ItemsOfKinds kinds,
            Registries registries,
            ReadItems read,
            Administration administration) {
        this.kinds = kinds;
        this.registries = registries;
        this.read = read;
        this.administration = administration;
    }

    /**
     * @param prune removes what carries the label and is not in the document; null: nothing
     * @param allowDeletes whether more than a fifth of a kind may be removed
     * @return {@code {"revision","changes","consequences"}}
     */
    @Transactional(TxType.NOT_SUPPORTED)
    public JsonObject apply(
            JsonObject document, Label prune, boolean allowDeletes, WriteOptions options) {
        requireKinds(document);
        List<Change> changes = new ArrayList<>();
        DocumentFaults faults = new DocumentFaults();
        Set<Target> kept = new HashSet<>();
        Set<JsonObject> granted = new HashSet<>();
        for (Kind kind : ExportItems.KINDS) {
            JsonArray array = array(document, kind);
            for (int at = 0; at < array.size(); at++) {
                try {
                    Change.Put<?> put = put(kind, array.get(at));
                    if (!isFirst(kind, put, kept, granted)) {
                        throw invalid("it is in the document twice; leave one out.");
                    }
                    changes.add(put);
                } catch (Failure refused) {
                    faults.add("/%s/%d".formatted(kind.plural(), at), refused);
                }
            }
        }
        faults.requireNone();
        if (prune != null) {
            changes.addAll(pruned(prune, allowDeletes, kept, granted));
        }
        Outcome outcome = administration.make(changes, options);
        return JSON.createObjectBuilder()
                .add("revision", outcome.revision())
                .addAll(JSON.createObjectBuilder(outcome.json()))
                .build();
    }

    private static boolean isFirst(
            Kind kind, Change.Put<?> put, Set<Target> kept, Set<JsonObject> granted) {
        return kind == Kind.PERMISSION
                ? granted.add(
                        PermissionItems.content((Permission) put.value().apply(Optional.empty())))
                : kept.add(new Target(kind, put.key()));
    }

    private Change.Put<?> put(Kind kind, JsonValue value) {
        if (!(value instanceof JsonObject json)) {
            throw invalid("it must be an object.");
        }
        if (kind == Kind.PERMISSION) {
            return Puts.of(kinds.of(kind), null, json, Precondition.NONE);
        }
        if (!(json.get(kind.keyMember()) instanceof JsonString key)) {
            throw invalid("it needs the member \"%s\"; add it.".formatted(kind.keyMember()));
        }
        return Puts.of(kinds.of(kind), key.getString(), json, Precondition.NONE);
    }

    private List<Change> pruned(
            Label prune, boolean allowDeletes, Set<Target> kept, Set<JsonObject> granted) {
        List<Change> removals = new ArrayList<>();
        Registry registry = registries.current();
        for (Kind kind : ExportItems.KINDS) {
            Items<?> items = kinds.of(kind);
            Set<String> keys = new TreeSet<>();
            for (ItemFact fact : read.labelled(kind)) {
                Target target = new Target(kind, fact.item());
                if (prune.isOn(fact) && !isKept(target, registry, kept, granted)) {
                    keys.add(fact.item());
                }
            }
            int all = items.in(registry).size();
            if (keys.size() > all * MAX_PRUNED && !allowDeletes) {
                throw Failure.of(
                        ErrorCode.TOO_MANY_DELETES,
                        "This would remove %d of %d %s, more than a fifth; look at a dry run, then repeat it with allowDeletes=true."
                                .formatted(keys.size(), all, kind.plural()));
            }
            keys.forEach(
                    key -> removals.add(new Change.Remove<>(items, key, false, Precondition.NONE)));
        }
        return removals;
    }

    private static boolean isKept(
            Target target, Registry registry, Set<Target> kept, Set<JsonObject> granted) {
        if (target.kind() != Kind.PERMISSION) {
            return kept.contains(target);
        }
        Permission held = registry.permissions().byId().get(target.key());
        return held == null || granted.contains(PermissionItems.content(held));
    }

    private static JsonArray array(JsonObject document, Kind kind) {
        JsonValue value = document.getOrDefault(kind.plural(), JsonValue.EMPTY_JSON_ARRAY);
        if (!(value instanceof JsonArray array)) {
            throw invalid("%s must be an array.".formatted(kind.plural()));
        }
        return array;
    }

    private static void requireKinds(JsonObject document) {
        Set<String> unknown = new TreeSet<>(document.keySet());
        ExportItems.KINDS.forEach(kind -> unknown.remove(kind.plural()));
        if (!unknown.isEmpty()) {
            throw invalid(
                    "The document has no member \"%s\"; its members are %s."
                            .formatted(
                                    Name.shortened(unknown.iterator().next()),
                                    String.join(
                                            ", ",
                                            ExportItems.KINDS.stream()
                                                    .map(Kind::plural)
                                                    .toList())));
        }
    }

    private static Failure invalid(String sentence) {
        return Failure.of(ErrorCode.REQUEST_INVALID, sentence);
    }
}
