package io.hansa.connector;

/**
 * Answers calls of business servers: the message listener type of the resource adapter (Jakarta
 * Connectors 2.1, chapter 13), and what an application hands to {@link ServerConnection#listen}.
 * Called by many threads at once; with correlation, also for one connection.
 */
public interface ServerCallListener {

    /**
     * The reply, in UTF-8 where the listener has a charset and its data is text. Any other
     * exception ends the connection of the server that called, and it gets no reply; with
     * correlation, where others are in flight on it, the call is answered like one that failed.
     *
     * @throws CallFailedException to answer the caller in its own protocol that there is no reply
     */
    byte[] answer(ServerCall call) throws CallFailedException;
}
