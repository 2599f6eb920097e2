package io.hansa.proxy.load;

/**
 * How loaded one node is, and how long ago that was measured.
 *
 * @param node {@code hansa.node.id}
 * @param load in flight ÷ capacity, smoothed over half a second
 * @param capacity requests in flight at load 1.0, by what the node has shown that it can do
 * @param threshold load above which the node takes nothing new
 * @param accepting whether it takes new work
 */
public record NodeLoad(
        String node,
        double load,
        double capacity,
        double threshold,
        boolean accepting,
        long ageMillis) {
    /**
     * Three reports that did not come, and less than what peers take for stale: a silent node is
     * never the reason that they do.
     */
    private static final long STALE_MILLIS = 3_000;

    /** Whether it is of now. A load that is not is unknown, not idle. */
    public boolean current() {
        return ageMillis < STALE_MILLIS;
    }

    NodeLoad after(long millis) {
        return new NodeLoad(node, load, capacity, threshold, accepting, ageMillis + millis);
    }
}
