package io.hansa.connector;

/**
 * What a port for calls bears.
 *
 * @param maxConnections at once; more are refused
 * @param maxInFlight calls in flight at once on one connection, where its framing correlates them;
 *     beyond, it is not read
 * @param maxCallBytes a longer call ends its connection
 * @param idleMillis after which a connection without a call is closed
 * @param callMillis for a call to arrive whole, and for its reply to be taken
 */
public record ListenerLimits(
        int maxConnections, int maxInFlight, int maxCallBytes, int idleMillis, int callMillis) {

    /** For a few servers with short messages. */
    public static final ListenerLimits USUAL = new ListenerLimits(16, 16, 1 << 20, 300_000, 10_000);

    public ListenerLimits {
        if (Math.min(Math.min(maxConnections, maxInFlight), maxCallBytes) < 1
                || Math.min(idleMillis, callMillis) < 1) {
            throw new IllegalArgumentException(
                    "A listener needs limits of 1 or more: connections %d, in flight %d, bytes %d, idle %d ms, call %d ms."
                            .formatted(
                                    maxConnections,
                                    maxInFlight,
                                    maxCallBytes,
                                    idleMillis,
                                    callMillis));
        }
    }
}
