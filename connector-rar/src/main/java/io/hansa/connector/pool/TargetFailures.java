package io.hansa.connector.pool;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Received;
import io.hansa.connector.ServerTarget;
import java.nio.charset.CharacterCodingException;

/** Failures of exchanges, with the same texts for all protocols. */
public final class TargetFailures {

    private TargetFailures() {}

    public static ExchangeException timeout(ServerTarget target, boolean sent, Exception cause) {
        return failure(
                Kind.TIMEOUT,
                sent,
                target,
                sent
                        ? "did not reply before the deadline; it may have acted"
                        : "could not be asked before the deadline",
                cause);
    }

    /**
     * @param received of the reply, on a channel that carries this exchange only
     */
    public static ExchangeException timeout(
            ServerTarget target, boolean sent, Received received, Exception cause) {
        return sent
                ? failure(
                        Kind.TIMEOUT,
                        received,
                        target,
                        "did not reply before the deadline, %d bytes of a reply had come; it may have acted"
                                .formatted(received.bytes()),
                        cause)
                : timeout(target, false, cause);
    }

    /** The reply was not wanted any more, or the deadline had passed by then. */
    public static ExchangeException abandoned(
            ServerTarget target, boolean sent, Deadline deadline, Exception cause) {
        return deadline.passed()
                ? timeout(target, sent, cause)
                : failure(
                        Kind.ABANDONED,
                        sent,
                        target,
                        sent
                                ? "had not replied when its reply was not wanted any more; it may have acted"
                                : "was not asked before its reply was not wanted any more",
                        cause);
    }

    public static ExchangeException noConnection(ServerTarget target, Exception cause) {
        return failure(
                Kind.UNREACHABLE,
                false,
                target,
                "takes no connection: %s; check that it runs and that the address is right"
                        .formatted(reason(cause)),
                cause);
    }

    public static ExchangeException broken(ServerTarget target, boolean sent, Exception cause) {
        return failure(
                Kind.UNREACHABLE,
                sent,
                target,
                "broke off before it replied: %s; look into its log".formatted(reason(cause)),
                cause);
    }

    /** A reply that is not what it should be. */
    public static ExchangeException badReply(ServerTarget target, String reason, Exception cause) {
        return failure(Kind.PROTOCOL_ERROR, true, target, reason, cause);
    }

    /** A reply that ended before it was whole, or whose end is not proven. */
    public static ExchangeException cutShort(
            ServerTarget target, Received received, Exception cause) {
        return failure(
                Kind.PROTOCOL_ERROR,
                received,
                target,
                "its reply was cut off after %d bytes: %s; look into its log"
                        .formatted(received.bytes(), reason(cause)),
                cause);
    }

    /** A request that cannot be sent. */
    public static ExchangeException refused(
            ServerTarget target, Kind kind, String reason, Exception cause) {
        return failure(kind, false, target, reason, cause);
    }

    /** A payload that the target's charset cannot express. */
    public static ExchangeException unmappable(
            ServerTarget target, CharacterCodingException cause) {
        return refused(
                target,
                Kind.UNMAPPABLE,
                "the payload is no UTF-8 text or has characters that %s lacks; change one of them"
                        .formatted(target.charset()),
                cause);
    }

    /** A reply that is no text in the target's charset. */
    public static ExchangeException misread(ServerTarget target, CharacterCodingException cause) {
        return badReply(
                target,
                "its reply is no %s text; check the charset".formatted(target.charset()),
                cause);
    }

    private static ExchangeException failure(
            Kind kind, boolean sent, ServerTarget target, String reason, Exception cause) {
        return failure(kind, sent, Received.NOTHING, target, reason, cause);
    }

    private static ExchangeException failure(
            Kind kind, Received received, ServerTarget target, String reason, Exception cause) {
        return failure(kind, true, received, target, reason, cause);
    }

    private static ExchangeException failure(
            Kind kind,
            boolean sent,
            Received received,
            ServerTarget target,
            String reason,
            Exception cause) {
        return new ExchangeException(
                        kind,
                        sent,
                        received,
                        "%s at %s: %s.".formatted(target.id(), target.endpoint(), reason),
                        cause)
                .because(kind == Kind.UNREACHABLE ? UnreachableReason.of(cause) : reason);
    }

    private static String reason(Exception cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }
}
