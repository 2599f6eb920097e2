package io.hansa.connector;

import java.util.Objects;

/**
 * An exchange that brought no whole and valid reply. Its message names target, reason and remedy,
 * and never holds business data.
 */
public final class ExchangeException extends Exception {

    /** Why there is no reply. */
    public enum Kind {
        /** No connection, or one that the server closed without a reply or reset. */
        UNREACHABLE,
        /** The reply is cut short, or not what framing, charset or size limit say. */
        PROTOCOL_ERROR,
        /** The deadline passed. */
        TIMEOUT,
        /** As many exchanges as the target takes are under way, and none ended soon enough. */
        OVERLOADED,
        /** An operator has taken the target out of use. */
        QUARANTINED,
        /** The framing has no room for the payload. */
        REQUEST_TOO_LARGE,
        /** The payload cannot be written in the target's charset or framing. */
        UNMAPPABLE
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final boolean sent;

    public ExchangeException(Kind kind, boolean sent, String message) {
        this(kind, sent, message, null);
    }

    public ExchangeException(Kind kind, boolean sent, String message, Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "An exchange fails for a kind of reason.");
        this.sent = sent;
    }

    public Kind kind() {
        return kind;
    }

    /** Whether the server may have seen any byte of the request; when false it surely has not. */
    public boolean sent() {
        return sent;
    }
}
