package io.hansa.connector;

/** The handle was closed before, by its owner or by the container; nothing was sent. */
public final class ConnectionClosedException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    public ConnectionClosedException() {
        super("The connection is closed; get another one from the factory.");
    }
}
