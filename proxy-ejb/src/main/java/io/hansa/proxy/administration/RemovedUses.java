package io.hansa.proxy.administration;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registry;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/** Items that name a removed item: they refuse the removal, or are changed with it. */
final class RemovedUses {
    private final ItemsOfKinds kinds;
    private final BiConsumer<Change, Work> write;

    RemovedUses(ItemsOfKinds kinds, BiConsumer<Change, Work> write) {
        this.kinds = kinds;
        this.write = write;
    }

    /**
     * Finds items that still name a removed one. Where the removal cascades, changes or removes
     * them.
     *
     * @param after the registry with the changes so far
     * @return whether anything was changed
     * @throws Failure IN_USE that lists those items
     */
    boolean remove(Work work, Registry after) {
        List<Target> removed =
                work.changes().stream()
                        .filter(change -> change.after() == null)
                        .map(change -> new Target(change.kind(), change.key()))
                        .toList();
        List<Use> uses = removed.isEmpty() ? List.of() : Use.of(after, removed);
        List<String> inUse = new ArrayList<>();
        for (Use use : uses) {
            if (!work.cascades(use.used())) {
                inUse.add(use.by() + " names " + use.used());
            }
        }
        if (!inUse.isEmpty()) {
            throw inUse(inUse);
        }
        uses.forEach(use -> write.accept(release(use), work));
        return !uses.isEmpty();
    }

    /** The change by which an item no longer names the other: it is removed, or loses the name. */
    private Change release(Use use) {
        Items<?> items = kinds.of(use.by().kind());
        return switch (use.by().kind()) {
            case ACCOUNT -> without(items, use.by().key(), "groups", use.used().key());
            case SERVER -> without(items, use.by().key(), "capabilities", use.used().key());
            default -> new Change.Remove<>(items, use.by().key(), true, Precondition.NONE);
        };
    }

    private <V> Change without(Items<V> items, String key, String member, String name) {
        return new Change.Put<>(
                items,
                key,
                before -> {
                    JsonObject json = items.print(before.orElseThrow());
                    var rest = JSON.createArrayBuilder();
                    json.getJsonArray(member).stream()
                            .filter(value -> !value.equals(JSON.createValue(name)))
                            .forEach(rest::add);
                    JsonObject smaller = JSON.createObjectBuilder(json).add(member, rest).build();
                    return items.parse(key, ItemForm.ofTheKind(items, smaller)).apply(before);
                },
                null,
                null,
                Precondition.NONE);
    }

    private static Failure inUse(List<String> uses) {
        int shown = Math.min(uses.size(), 20);
        return Failure.of(
                        ErrorCode.IN_USE,
                        "%s%s. Change these first, or remove them with it: ?cascade=true."
                                .formatted(
                                        String.join(", ", uses.subList(0, shown)),
                                        uses.size() > shown
                                                ? " and " + (uses.size() - shown) + " more"
                                                : ""))
                .with("usedBy", uses.subList(0, Math.min(uses.size(), Consequence.MAX_ITEMS)));
    }
}
