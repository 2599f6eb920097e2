package io.hansa.connector;

/**
 * Answers calls of business servers: the message listener type of the resource adapter (Jakarta Connectors 2.1, chapter 13),
 * and what an application hands to {@link ServerConnection#listen}. Called by many threads at once.
 */
public interface ServerCallListener {

    /**
     * The reply, in UTF-8 where the listener has a charset and its data is text. An exception ends the connection of the
     * server that called: it gets no reply.
     */
    byte[] answer(ServerCall call);
}
