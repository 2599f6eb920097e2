package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.capability.Capability;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The reply that an administrator has written for the time when no target can do a capability's
 * work (R12). Only for callers who may use the capability, and only where no server has seen the
 * request.
 */
final class Fallback {
    /** In place of a server's id. */
    private static final String SERVER = "fallback";

    private static final Set<ErrorCode> NOBODY_CAN =
            EnumSet.of(
                    ErrorCode.SHED,
                    ErrorCode.OVERLOADED,
                    ErrorCode.CIRCUIT_OPEN,
                    ErrorCode.SERVER_UNREACHABLE,
                    ErrorCode.PEER_UNREACHABLE);

    private final String proxy;

    Fallback(String proxy) {
        this.proxy = proxy;
    }

    /** Answers the call in place of the failure, where it may. */
    boolean answers(RequestContext context, Failure failure) {
        if (!context.permitted
                || failure.effect() != Effect.NONE
                || !NOBODY_CAN.contains(failure.code())
                || context.description.fallback() == null) {
            return false;
        }
        Capability.Fallback fallback = context.description.fallback();
        context.answer =
                new Answer(
                        fallback.data().getBytes(StandardCharsets.UTF_8),
                        fallback.contentType(),
                        proxy + "/" + SERVER,
                        List.of(proxy),
                        null);
        return true;
    }
}
