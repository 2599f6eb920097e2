package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;

/** A payload that has no frame, or bytes that are none. */
public final class FramingException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    FramingException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }
}
