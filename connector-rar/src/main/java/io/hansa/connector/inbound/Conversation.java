package io.hansa.connector.inbound;

/** What is said on one connection, from its first call to its end. */
interface Conversation {

    /**
     * Takes the calling thread, until the connection has ended or another thread carries on. Fails
     * by ending it.
     */
    void hold();
}
