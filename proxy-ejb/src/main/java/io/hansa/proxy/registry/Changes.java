package io.hansa.proxy.registry;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which items were changed, added or removed from one revision to another; not what became of them.
 * Immutable in use.
 */
final class Changes {
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
     * @param find reads one item, which may be gone
     */
    <V> Map<String, V> follow(
            Part part, Map<String, V> before, Function<String, Optional<V>> find) {
        Collection<String> changed = items.get(part);
        if (changed == null) {
            return before;
        }
        Map<String, V> now = new HashMap<>(before);
        for (String item : changed) {
            find.apply(item).ifPresentOrElse(value -> now.put(item, value), () -> now.remove(item));
        }
        return Collections.unmodifiableMap(now);
    }
}
