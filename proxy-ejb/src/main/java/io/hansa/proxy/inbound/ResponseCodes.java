package io.hansa.proxy.inbound;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.Map;

/**
 * Failures in field 39 of ISO 8583:1987. Where a business server may have acted, the code makes
 * hosts reverse the transaction.
 */
final class ResponseCodes {
    private static final String FORMAT_ERROR = "30";
    private static final String NOT_PERMITTED = "58";
    private static final String TOO_LATE = "68";
    private static final String INOPERATIVE = "91";
    private static final String NO_ROUTE = "92";
    private static final String MALFUNCTION = "96";

    private static final Map<ErrorCode, String> CODES =
            Map.ofEntries(
                    Map.entry(ErrorCode.REQUEST_INVALID, FORMAT_ERROR),
                    Map.entry(ErrorCode.BODY_TOO_LARGE, FORMAT_ERROR),
                    Map.entry(ErrorCode.AUTHENTICATION_FAILED, NOT_PERMITTED),
                    Map.entry(ErrorCode.PERMISSION_DENIED, NOT_PERMITTED),
                    Map.entry(ErrorCode.CAPABILITY_UNKNOWN, NO_ROUTE),
                    Map.entry(ErrorCode.RATE_LIMITED, INOPERATIVE),
                    Map.entry(ErrorCode.SERVER_UNREACHABLE, INOPERATIVE),
                    Map.entry(ErrorCode.PEER_UNREACHABLE, INOPERATIVE),
                    Map.entry(ErrorCode.OVERLOADED, INOPERATIVE),
                    Map.entry(ErrorCode.SHED, INOPERATIVE),
                    Map.entry(ErrorCode.CIRCUIT_OPEN, INOPERATIVE),
                    Map.entry(ErrorCode.DRAINING, INOPERATIVE),
                    Map.entry(ErrorCode.REGISTRY_UNAVAILABLE, INOPERATIVE));

    private ResponseCodes() {}

    static String of(Failure failure) {
        if (failure.code() == ErrorCode.DEADLINE_EXCEEDED) {
            return TOO_LATE;
        }
        return failure.effect() == Effect.NONE
                ? CODES.getOrDefault(failure.code(), MALFUNCTION)
                : MALFUNCTION;
    }
}
