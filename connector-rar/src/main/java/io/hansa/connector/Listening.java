package io.hansa.connector;

/** A port on which business servers may call, until it is closed. */
public interface Listening extends AutoCloseable {

    int port();

    /** Closes the port and every connection to it; calls in flight get no reply. */
    @Override
    void close();
}
