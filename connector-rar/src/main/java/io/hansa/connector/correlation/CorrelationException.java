package io.hansa.connector.correlation;

/** A message that holds no key. */
public final class CorrelationException extends Exception {

    private static final long serialVersionUID = 1L;

    public CorrelationException(String message) {
        super(message);
    }
}
