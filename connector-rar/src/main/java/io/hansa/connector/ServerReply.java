package io.hansa.connector;

import java.util.Map;
import java.util.Objects;

/**
 * A whole reply of a business server. The payload belongs to the receiver.
 *
 * @param status of HTTP, also of an error; 200 from a framed server
 * @param contentType as an HTTP server states it, null when it does not; that of the request from a
 *     framed server
 * @param headers of HTTP, names in lower case, the values of a repeated one joined by comma, those
 *     of {@code set-cookie} by line feed (RFC 6265, section 3); empty from a framed server
 * @param payload the business data, transcoded to UTF-8 where the target has a charset and the data
 *     is text; its content coding is as the headers say
 * @param wire the business data as the server sent it, before transcoding and without the content
 *     coding that had to be removed for that; the same array where nothing was transcoded
 * @param fault the text of a SOAP fault, whose element is the payload; null where there is none
 */
public record ServerReply(
        int status,
        String contentType,
        Map<String, String> headers,
        byte[] payload,
        byte[] wire,
        String fault) {

    public ServerReply {
        headers = Map.copyOf(headers);
        Objects.requireNonNull(payload, "A reply has a payload, if an empty one.");
        Objects.requireNonNull(wire, "A reply has bytes as they were sent.");
    }

    /** A reply without a fault. */
    public ServerReply(
            int status,
            String contentType,
            Map<String, String> headers,
            byte[] payload,
            byte[] wire) {
        this(status, contentType, headers, payload, wire, null);
    }

    /** A reply of which nothing was transcoded. */
    public ServerReply(
            int status, String contentType, Map<String, String> headers, byte[] payload) {
        this(status, contentType, headers, payload, payload);
    }

    /** Status, size and type only: payload and headers are not for logs. */
    @Override
    public String toString() {
        return "ServerReply[" + status + ", " + payload.length + " bytes of " + contentType + "]";
    }
}
