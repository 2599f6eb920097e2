package io.hansa.client.transport;

/** The remote EJB was not found, and so nothing was sent. */
final class NoBeanException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoBeanException(String message, Throwable cause) {
        super(message, cause);
    }
}
