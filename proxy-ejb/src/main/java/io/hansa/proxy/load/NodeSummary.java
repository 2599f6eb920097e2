package io.hansa.proxy.load;

import jakarta.json.JsonObject;

/**
 * What another node last said of itself beside its load.
 *
 * @param instance of its process; differs between nodes that were given one name
 * @param node {@code hansa.node.id}
 * @param content its {@link NodeSummaries#here}
 */
public record NodeSummary(String instance, String node, JsonObject content, long ageMillis) {
    /** Three summaries that did not come. */
    private static final long STALE_MILLIS = 15_000;

    /** Whether what a node told so long ago is of now. */
    public static boolean isCurrent(long ageMillis) {
        return ageMillis < STALE_MILLIS;
    }

    public boolean current() {
        return isCurrent(ageMillis);
    }
}
