package io.hansa.proxy.registration;

import io.hansa.api.Effect;
import io.hansa.connector.ExchangeException;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.FailureAttribution;

/** Which failures of exchanges with one business server are its own fault. */
final class ServerFailures {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final BusinessServer server;

    ServerFailures(BusinessServer server) {
        this.server = server;
    }

    FailureAttribution attribution(Failure failure) {
        if (isOf(ExchangeException.Kind.ABANDONED, failure)) {
            return FailureAttribution.ABANDONED;
        }
        return switch (failure.code()) {
            case SERVER_UNREACHABLE ->
                    isOf(ExchangeException.Kind.QUARANTINED, failure)
                            ? FailureAttribution.NOT_ASKED
                            : FailureAttribution.BROKEN;
            case SERVER_PROTOCOL_ERROR ->
                    failure.effect() == Effect.NONE
                            ? FailureAttribution.NOT_ASKED
                            : FailureAttribution.BROKEN;
            case DEADLINE_EXCEEDED -> FailureAttribution.LATE;
            case SERVER_FAULT -> ofStatus(failure.extensions().get("serverStatus"));
            case NOT_FOUND, REQUEST_INVALID -> FailureAttribution.UNSUITABLE;
            default -> FailureAttribution.NOT_ASKED;
        };
    }

    private static boolean isOf(ExchangeException.Kind kind, Failure failure) {
        return failure.getCause() instanceof ExchangeException failed && failed.kind() == kind;
    }

    /**
     * A fault of its own is a status of 500 and above; below, it says that the request is wrong.
     * SOAP has 500 for that, too. (SOAP 1.1, section 6.2) 429 and 503 say that there is too much to
     * do. (RFC 9110, section 15.6.4)
     */
    private FailureAttribution ofStatus(Object status) {
        if (status instanceof Integer code && (code == TOO_MANY_REQUESTS || code == UNAVAILABLE)) {
            return FailureAttribution.BUSY;
        }
        int min = server.target().soap() == null ? SERVER_ERROR : SERVER_ERROR + 1;
        return status instanceof Integer code && code >= min
                ? FailureAttribution.FAULTY
                : FailureAttribution.ANSWERED;
    }
}
