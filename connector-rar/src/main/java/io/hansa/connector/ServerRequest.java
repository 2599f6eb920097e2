package io.hansa.connector;

import java.util.Map;
import java.util.Objects;

/**
 * What is to be sent. The payload is not copied: leave it alone until the exchange has ended.
 *
 * @param contentType of the payload, decides whether it is text; null when unknown, and then it is
 *     not
 * @param headers sent to HTTP endpoints; those that frame the message or belong to one connection,
 *     such as {@code Content-Length} and {@code Connection}, are the connector's own and are left
 *     out
 * @param path HTTP only: sent to this path of the endpoint's authority instead of the endpoint's
 *     own, such as {@code /api/v1/services/price.quote}, over the same pool; null for the
 *     endpoint's own
 * @param repeatable whether the server may get it twice. It is then sent again on a fresh channel
 *     where the server has closed the idle channel that it was sent on
 * @param deadlineNanos the {@link System#nanoTime()} after which the caller does not want the
 *     reply; it bounds connecting, writing and reading together
 */
public record ServerRequest(
        byte[] payload,
        String contentType,
        Map<String, String> headers,
        String path,
        boolean repeatable,
        long deadlineNanos) {

    public ServerRequest {
        Objects.requireNonNull(payload, "A request needs a payload; an empty one will do.");
        headers = Map.copyOf(headers);
    }

    /** A request that the server must not get twice. */
    public ServerRequest(
            byte[] payload,
            String contentType,
            Map<String, String> headers,
            String path,
            long deadlineNanos) {
        this(payload, contentType, headers, path, false, deadlineNanos);
    }

    /** A request to the endpoint's own path that the server must not get twice. */
    public ServerRequest(
            byte[] payload, String contentType, Map<String, String> headers, long deadlineNanos) {
        this(payload, contentType, headers, null, deadlineNanos);
    }

    /**
     * The trace id in the header {@code traceparent} (W3C Trace Context, section 3.2); null where
     * there is none.
     */
    public String traceId() {
        String parent = headers.get("traceparent");
        return parent != null && parent.length() >= 35 ? parent.substring(3, 35) : null;
    }

    /** Size and type only: payload and headers are not for logs. */
    @Override
    public String toString() {
        return "ServerRequest[" + payload.length + " bytes of " + contentType + "]";
    }
}
