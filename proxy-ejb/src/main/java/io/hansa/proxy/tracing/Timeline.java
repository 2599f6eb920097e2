package io.hansa.proxy.tracing;

import java.util.ArrayList;
import java.util.List;

/**
 * The steps of one request with their times, in the order in which they began; confined to the
 * request's thread. Bounded by the hop limit, since each hop adds the same few steps.
 */
public final class Timeline {
    /**
     * One step.
     *
     * @param depth 0 for the caller's own request, one more for each assistance followed
     * @param note what the step decided, such as the server chosen; null where there is nothing to
     *     say
     */
    public record Entry(
            String step, String capability, int depth, long offsetNanos, long nanos, String note) {}

    private final long startedAt = System.nanoTime();
    private final List<Entry> entries = new ArrayList<>(8);
    private String note;

    /** Begins an entry; its place in the order is kept until {@link #end}. */
    public int begin() {
        entries.add(null);
        note = null;
        return entries.size() - 1;
    }

    /** Details of the current step. */
    public void note(String said) {
        note = said;
    }

    public void end(int place, String step, String capability, int depth, long beganAt) {
        entries.set(
                place,
                new Entry(
                        step,
                        capability,
                        depth,
                        beganAt - startedAt,
                        System.nanoTime() - beganAt,
                        note));
        note = null;
    }

    /** Since the request arrived. */
    public long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    public List<Entry> entries() {
        return List.copyOf(entries);
    }
}
