package io.hansa.connector;

import java.util.Objects;

/**
 * A request that a business server sends of its own accord.
 *
 * @param listener the name of the listener that it came to
 * @param payload in UTF-8 where the listener has a charset and its data is text
 * @param contentType of the payload, as the listener's settings say
 * @param from the address of the server
 */
public record ServerCall(String listener, byte[] payload, String contentType, String from) {

    public ServerCall {
        Objects.requireNonNull(listener, "A call comes to a listener.");
        Objects.requireNonNull(payload, "A call has a payload, if an empty one.");
    }

    /** Size and type only: payloads are not for logs. */
    @Override
    public String toString() {
        return "ServerCall["
                + payload.length
                + " bytes of "
                + contentType
                + " to "
                + listener
                + "]";
    }
}
