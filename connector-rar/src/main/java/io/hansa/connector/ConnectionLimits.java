package io.hansa.connector;

/**
 * How many connections one target takes and how long each may wait.
 *
 * @param maxConcurrent exchanges in flight at once, and so the most channels that are open
 * @param connectTimeoutMillis for a new channel, within the deadline of the request that needs it
 * @param idleMillis after which an unused channel is closed; {@link #ADAPTERS_IDLE_MILLIS} for the
 *     adapter's own setting
 */
public record ConnectionLimits(int maxConcurrent, int connectTimeoutMillis, int idleMillis) {

    public static final int ADAPTERS_IDLE_MILLIS = 0;

    public ConnectionLimits {
        require(maxConcurrent > 0, "maxConcurrent", maxConcurrent);
        require(connectTimeoutMillis > 0, "connectTimeoutMillis", connectTimeoutMillis);
        require(idleMillis >= 0, "idleMillis", idleMillis);
    }

    private static void require(boolean valid, String name, int value) {
        if (!valid) {
            throw new IllegalArgumentException("%s is %d; give 1 or more.".formatted(name, value));
        }
    }
}
