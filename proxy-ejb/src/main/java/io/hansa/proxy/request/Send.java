package io.hansa.proxy.request;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Destination;
import java.util.EnumSet;
import java.util.Set;

/**
 * Sends to the first destination; to the next only where the one before surely did nothing, and never past the
 * deadline.
 */
final class Send implements Step {
    private static final Set<ErrorCode> ANOTHER_MAY_DO =
            EnumSet.of(
                    ErrorCode.SERVER_UNREACHABLE,
                    ErrorCode.PEER_UNREACHABLE,
                    ErrorCode.OVERLOADED,
                    ErrorCode.CIRCUIT_OPEN,
                    ErrorCode.SHED,
                    ErrorCode.DRAINING);

    @Override
    public String name() {
        return "send";
    }

    @Override
    public void take(Call call) {
        Failure last = null;
        for (Destination destination : call.destinations) {
            if (call.deadlineNanos - System.nanoTime() <= 0) {
                throw last != null ? last : tooLate();
            }
            try {
                call.timeline.note(destination.name());
                call.answer = destination.send(call.errand());
                return;
            } catch (Failure failure) {
                call.timeline.note(destination.name() + ": " + reason(failure));
                if (failure.effect() != Effect.NONE || !ANOTHER_MAY_DO.contains(failure.code())) {
                    throw failure;
                }
                last = failure;
            }
        }
        throw last;
    }

    /** What the connector said, addresses and all: traces are for operators. */
    private static String reason(Failure failure) {
        return failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage();
    }

    private static Failure tooLate() {
        return Failure.of(
                ErrorCode.DEADLINE_EXCEEDED,
                "The deadline passed before the request was sent on; allow more time.");
    }
}
