package io.hansa.proxy.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Which items were changed, added or removed from one revision to another; not what became of them.
 * Immutable in use.
 */
final class Changes {
    /** How many items one query asks for. */
    private static final int AT_ONCE = 500;

    private final Map<Part, Set<String>> items = new EnumMap<>(Part.class);

    void add(Part part, String item) {
        items.computeIfAbsent(part, none -> new HashSet<>()).add(item);
    }

    int size() {
        return items.values().stream().mapToInt(Set::size).sum();
    }

    /** Whether anything of these parts was changed. */
    boolean touch(Part... parts) {
        for (Part part : parts) {
            if (items.containsKey(part)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The part as it is now.
     *
     * @param before by the item's name or id; the same map where nothing of it was changed
     * @param key of an item
     * @param find reads those of some items that are still there
     */
    <V> Map<String, V> follow(
            Part part,
            Map<String, V> before,
            Function<V, String> key,
            Function<List<String>, Collection<V>> find) {
        Collection<String> changed = items.get(part);
        if (changed == null) {
            return before;
        }
        Map<String, V> now = new HashMap<>(before);
        changed.forEach(now::remove);
        List<String> all = changed.stream().sorted().toList();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            find.apply(all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .forEach(value -> now.put(key.apply(value), value));
        }
        return Collections.unmodifiableMap(now);
    }
}
