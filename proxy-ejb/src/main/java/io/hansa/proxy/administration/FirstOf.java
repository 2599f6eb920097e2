package io.hansa.proxy.administration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * The first items of many that come in no order, kept in memory that does not grow with their
 * number. For one thread.
 */
final class FirstOf<T> {
    private final int max;
    private final Function<T, String> position;
    private final PriorityQueue<T> kept;
    private long seen;

    /**
     * @param position by which they are sorted
     */
    FirstOf(int max, Function<T, String> position) {
        this.max = max;
        this.position = position;
        this.kept = new PriorityQueue<>(Comparator.comparing(position).reversed());
    }

    /**
     * @param after items up to that position are only counted
     */
    void add(T item, String after) {
        seen++;
        if (position.apply(item).compareTo(after) > 0) {
            kept.add(item);
            if (kept.size() > max) {
                kept.poll();
            }
        }
    }

    /** All that were added, kept or not. */
    long seen() {
        return seen;
    }

    List<T> sorted() {
        List<T> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing(position));
        return sorted;
    }
}
