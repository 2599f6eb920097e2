package io.hansa.connector.inbound;

import io.hansa.connector.CallFailedException;

/**
 * The answers of the port itself, in the form of answers of the proxy: {@code HANSA-ERROR code
 * effect traceId detail}. There is no trace of it, so its id is the invalid one (W3C Trace Context,
 * section 3.2.2.3).
 */
final class Refusals {

    private static final String NO_TRACE = "0".repeat(32);
    private static final String FORMAT_ERROR = "30";
    private static final String DUPLICATE = "94";

    private Refusals() {}

    /** No server has seen the call. */
    static CallFailedException unreadable(String detail) {
        return of("server-protocol-error", "NONE", detail, FORMAT_ERROR);
    }

    /** No server has seen the call. An earlier call with the same key is still in flight. */
    static CallFailedException duplicate() {
        return of(
                "overloaded",
                "NONE",
                "A call with the same correlation key is under way; wait for its reply.",
                DUPLICATE);
    }

    /** A server may have acted. */
    static CallFailedException wrongReply(String detail) {
        return of("server-protocol-error", "UNKNOWN", detail, CallFailedException.MALFUNCTION);
    }

    /** A server may have acted, wholly or in part. */
    static CallFailedException failed() {
        return of(
                "internal-error",
                "UNKNOWN",
                "The application failed; its log says why.",
                CallFailedException.MALFUNCTION);
    }

    private static CallFailedException of(
            String code, String effect, String detail, String responseCode) {
        return new CallFailedException(
                "HANSA-ERROR %s %s %s %s".formatted(code, effect, NO_TRACE, detail), responseCode);
    }
}
