package io.hansa.proxy.administration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The items of each kind in the order of their names. Sorted once for each state of the registry,
 * because a list asks for one page and then for the next. Safe for many threads.
 */
@ApplicationScoped
class SortedItems {
    /**
     * One item and what it is sorted by.
     *
     * @param name ends with the key where it is not the key
     */
    record Entry<V>(String name, V value) {}

    /** All items of a kind. */
    record Sorted<V>(Map<String, V> source, Entry<V>[] entries) {
        /** The index of the first entry whose name comes after the name. */
        int behind(String name) {
            int low = 0;
            int high = entries.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (entries[middle].name().compareTo(name) <= 0) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        /** The index of the first entry whose name is not before the name. */
        int from(String name) {
            int behind = behind(name);
            return behind > 0 && entries[behind - 1].name().equals(name) ? behind - 1 : behind;
        }
    }

    private final Map<Kind, Sorted<?>> sorted = new EnumMap<>(Kind.class);

    /**
     * @param source as the registry holds it: the same map as long as nothing of it changes
     */
    @SuppressWarnings("unchecked")
    <V> Sorted<V> of(Items<V> items, Map<String, V> source) {
        Sorted<V> known;
        synchronized (sorted) {
            known = (Sorted<V>) sorted.get(items.kind());
        }
        if (known != null && known.source() == source) {
            return known;
        }
        Sorted<V> made = sort(items, source, known);
        synchronized (sorted) {
            sorted.put(items.kind(), made);
        }
        return made;
    }

    /** Begins with the order before, so that sorting again is one pass. */
    @SuppressWarnings("unchecked")
    private static <V> Sorted<V> sort(Items<V> items, Map<String, V> source, Sorted<V> known) {
        Entry<V>[] entries = new Entry[source.size()];
        int count = 0;
        if (known != null) {
            for (Entry<V> entry : known.entries()) {
                V value = source.get(items.key(entry.value()));
                if (value != null) {
                    entries[count++] =
                            value == entry.value() ? entry : new Entry<>(items.name(value), value);
                }
            }
        }
        for (Map.Entry<String, V> one : source.entrySet()) {
            if (known == null || !known.source().containsKey(one.getKey())) {
                entries[count++] = new Entry<>(items.name(one.getValue()), one.getValue());
            }
        }
        Arrays.sort(entries, (one, other) -> one.name().compareTo(other.name()));
        return new Sorted<>(source, entries);
    }
}
