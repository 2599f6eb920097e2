package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.proxy.failure.Failure;

/**
 * What callers are told of an exchange that failed: the server, the exact reason, and no address.
 */
final class ExchangeFailureText {
    private ExchangeFailureText() {}

    /** Addresses stay inside: callers are told which server, the trace tells operators the rest. */
    static Failure failure(String server, ExchangeException failed) {
        ErrorCode code =
                switch (failed.kind()) {
                    case UNREACHABLE, QUARANTINED -> ErrorCode.SERVER_UNREACHABLE;
                    case PROTOCOL_ERROR, UNMAPPABLE -> ErrorCode.SERVER_PROTOCOL_ERROR;
                    case TIMEOUT, ABANDONED -> ErrorCode.DEADLINE_EXCEEDED;
                    case OVERLOADED -> ErrorCode.OVERLOADED;
                    case REQUEST_TOO_LARGE -> ErrorCode.BODY_TOO_LARGE;
                };
        return Failure.of(
                code, failed.sent() ? Effect.UNKNOWN : Effect.NONE, of(server, failed), failed);
    }

    static String of(String server, ExchangeException failed) {
        return "Business server " + server + " " + predicate(failed) + ".";
    }

    private static String predicate(ExchangeException failed) {
        return switch (failed.kind()) {
            case UNREACHABLE ->
                    (failed.sent()
                                    ? "broke the connection before its reply was whole"
                                    : "cannot be reached")
                            + because(failed, "look into its log");
            case PROTOCOL_ERROR ->
                    "sent a reply that is refused"
                            + because(
                                    failed,
                                    failed.received().bytes() > 0
                                            ? "it was cut off after "
                                                    + failed.received().bytes()
                                                    + " bytes"
                                            : "check its framing, charset and size limit");
            case UNMAPPABLE ->
                    "cannot be sent this business data"
                            + because(failed, "check its charset and framing");
            case QUARANTINED -> "is kept out of use by an operator; try again later";
            case TIMEOUT -> "did not answer in time" + had(failed.received().bytes());
            case ABANDONED ->
                    (failed.sent() ? "had not answered" : "was not asked")
                            + " when its caller left; allow more time";
            case OVERLOADED ->
                    "has no room"
                            + because(
                                    failed,
                                    "as many requests are under way as it takes; try again"
                                            + " shortly");
            case REQUEST_TOO_LARGE ->
                    "cannot be sent this business data"
                            + because(failed, "its framing has no room for as much");
        };
    }

    private static String had(long bytes) {
        return bytes == 0 ? "" : "; " + bytes + " bytes of its reply had come";
    }

    private static String because(ExchangeException failed, String unknown) {
        return ": " + (failed.reason() == null ? unknown : failed.reason());
    }
}
