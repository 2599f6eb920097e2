package io.hansa.client.call;

import io.hansa.api.ErrorCode;
import io.hansa.client.transport.CallFailure;
import io.hansa.client.transport.CallFailure.Origin;
import java.util.Set;

/** What follows from a failed attempt. */
enum Repeat {
    /** The caller gets the failure. */
    NEVER,
    /** Another proxy is asked. */
    ELSEWHERE,
    /** The same proxy is asked with another token. */
    WITH_NEW_TOKEN;

    /** Another proxy may do what this one could not. */
    private static final Set<String> MAY_HELP =
            Set.of(
                    ErrorCode.OVERLOADED.code(),
                    ErrorCode.SHED.code(),
                    ErrorCode.CIRCUIT_OPEN.code(),
                    ErrorCode.DRAINING.code(),
                    "starting",
                    ErrorCode.REGISTRY_UNAVAILABLE.code(),
                    ErrorCode.RATE_LIMITED.code(),
                    ErrorCode.CAPABILITY_UNKNOWN.code(),
                    ErrorCode.SERVER_UNREACHABLE.code(),
                    ErrorCode.SERVER_PROTOCOL_ERROR.code(),
                    ErrorCode.PEER_UNREACHABLE.code(),
                    ErrorCode.INTERNAL_ERROR.code());

    /**
     * @param repeatable whether the business server may get the request twice
     */
    static Repeat after(CallFailure failure, boolean repeatable) {
        if (failure.is(ErrorCode.AUTHENTICATION_FAILED) && failure.origin() == Origin.PROXY) {
            return WITH_NEW_TOKEN;
        }
        if (failure.origin() == Origin.CLIENT || failure.origin() == Origin.TIME_OVER) {
            return NEVER;
        }
        boolean helps = failure.ofTheProxy() || MAY_HELP.contains(failure.code());
        return helps && (failure.safe() || repeatable) ? ELSEWHERE : NEVER;
    }

    /** Whether the attempt cost the proxies nothing, and so counts against no budget. */
    static boolean free(CallFailure failure) {
        return failure.origin() == Origin.NO_CONNECTION || failure.is(ErrorCode.DRAINING);
    }
}
