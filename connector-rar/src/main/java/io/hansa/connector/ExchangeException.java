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
        /** The reply was not wanted any more. */
        ABANDONED,
        /** The target's maximum of exchanges is in flight, and none ended soon enough. */
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
    private final transient Received received;
    private final String reason;

    public ExchangeException(Kind kind, boolean sent, String message) {
        this(kind, sent, message, null);
    }

    public ExchangeException(Kind kind, boolean sent, String message, Throwable cause) {
        this(kind, sent, Received.NOTHING, message, cause);
    }

    /**
     * @param received what had come of the reply
     */
    public ExchangeException(
            Kind kind, boolean sent, Received received, String message, Throwable cause) {
        this(kind, sent, received, message, null, cause);
    }

    private ExchangeException(
            Kind kind,
            boolean sent,
            Received received,
            String message,
            String reason,
            Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "An exchange fails for a kind of reason.");
        this.sent = sent;
        this.received = received;
        this.reason = reason;
    }

    /** The same failure after an attempt by which the server may have seen the request. */
    public ExchangeException afterSent() {
        return sent
                ? this
                : new ExchangeException(kind, true, received, getMessage(), reason, this);
    }

    /**
     * The same failure with the text that callers may see.
     *
     * @param told the reason and the remedy without the target's address
     */
    public ExchangeException because(String told) {
        return new ExchangeException(kind, sent, received, getMessage(), told, getCause());
    }

    /** The reason and the remedy without the target's address; null if there is none. */
    public String reason() {
        return reason;
    }

    public Kind kind() {
        return kind;
    }

    /** What had come of the reply. */
    public Received received() {
        return received;
    }

    /** The message, with the first bytes that came: for operators only. */
    public String operatorMessage() {
        return received.bytes() == 0
                ? getMessage()
                : getMessage() + " The reply began with " + received.hex() + ".";
    }

    /** Whether the server may have seen any byte of the request; when false it surely has not. */
    public boolean sent() {
        return sent;
    }
}
