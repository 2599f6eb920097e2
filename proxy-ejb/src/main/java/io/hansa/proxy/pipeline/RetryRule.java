package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.FailureAttribution;
import java.util.EnumSet;
import java.util.Set;

/**
 * When a failed request may be sent to the next destination: where the one before surely did
 * nothing, or where the capability may be sent twice and the failure was the destination's own.
 */
final class RetryRule {
    private static final Set<ErrorCode> ANOTHER_MAY_DO =
            EnumSet.of(
                    ErrorCode.SERVER_UNREACHABLE,
                    ErrorCode.PEER_UNREACHABLE,
                    ErrorCode.OVERLOADED,
                    ErrorCode.CIRCUIT_OPEN,
                    ErrorCode.SHED,
                    ErrorCode.DRAINING);
    private static final Set<FailureAttribution> ITS_OWN_FAULT =
            EnumSet.of(
                    FailureAttribution.BROKEN,
                    FailureAttribution.FAULTY,
                    FailureAttribution.BUSY,
                    FailureAttribution.LATE);

    private RetryRule() {}

    static boolean anotherMayDo(
            RequestContext context, Failure failure, FailureAttribution attribution) {
        return failure.effect() == Effect.NONE
                ? attribution == FailureAttribution.UNSUITABLE
                        || ANOTHER_MAY_DO.contains(failure.code())
                : context.description.replay() != Replay.ONCE
                        && ITS_OWN_FAULT.contains(attribution);
    }
}
