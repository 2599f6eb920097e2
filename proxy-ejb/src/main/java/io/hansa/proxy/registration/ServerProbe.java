package io.hansa.proxy.registration;

import io.hansa.connector.Probe;
import java.util.Objects;

/**
 * How a business server is asked whether it is well.
 *
 * @param path of an HTTP probe, of the endpoint's authority; null for the other types
 * @param exchange of an EXCHANGE probe, as it is on the wire within the framing; null for the
 *     others
 * @param everyMillis between two probes
 * @param down after so many failures in a row the server counts as down
 * @param up after so many successes in a row it counts as up
 */
public record ServerProbe(
        Type type, String path, Probe exchange, int everyMillis, int down, int up) {
    /** What has to come out well. */
    public enum Type {
        /** A connection, with its sign-on. */
        CONNECT,
        /** A status below 400 to a GET. */
        HTTP,
        /** A reply that begins as it should. */
        EXCHANGE
    }

    /** Of a server whose entry says nothing. */
    public static final ServerProbe CONNECT = new ServerProbe(Type.CONNECT, null, null, 2000, 2, 2);

    public ServerProbe {
        Objects.requireNonNull(type, "type");
    }
}
