package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import jakarta.json.JsonNumber;
import java.util.EnumSet;
import java.util.Set;

/**
 * Sends to the first destination; to the next only where that is safe and the budget allows it, and
 * never past the deadline. It is safe where the one before surely did nothing, or where the
 * capability may be sent twice and the failure was the destination's own.
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
    private static final Set<FailureAttribution> ITS_OWN_FAULT =
            EnumSet.of(
                    FailureAttribution.BROKEN,
                    FailureAttribution.FAULTY,
                    FailureAttribution.BUSY,
                    FailureAttribution.LATE);

    private final RetryBudget budget;
    private final NodeAdmission node;
    private final AccessControl access;

    Send(RetryBudget budget, NodeAdmission node, AccessControl access) {
        this.budget = budget;
        this.node = node;
        this.access = access;
    }

    int maxRetries() {
        return budget.max();
    }

    @Override
    public String name() {
        return "send";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        if (context.attempts == null) {
            budget.earn();
            context.attempts = new SendAttempts(context.destinations);
        }
        SendAttempts attempts = context.attempts;
        while (attempts.next()) {
            if (!attempts.inProgress()) {
                mayBegin(context, attempts);
            }
            context.timeline.note(attempts.destination().name());
            try {
                context.answer = attempts.answer(context, mayBlock);
            } catch (Failure failure) {
                failed(context, attempts, failure);
                continue;
            }
            if (context.answer == null) {
                return StepResult.AWAITING_REPLY;
            }
            node.recordLatencyRatio(attempts.latencyRatio());
            return StepResult.COMPLETED;
        }
        throw attempts.last();
    }

    private void mayBegin(RequestContext context, SendAttempts attempts) {
        if (context.deadlineNanos - System.nanoTime() <= 0) {
            throw attempts.last() != null ? attempts.last() : tooLate();
        }
        if (attempts.isRetry() && !spend(context)) {
            throw attempts.last();
        }
        access.charge(context, attempts.destination());
        context.state.beginSending();
    }

    private static void failed(RequestContext context, SendAttempts attempts, Failure failure) {
        Destination destination = attempts.destination();
        context.timeline.note(destination.name() + ": " + reason(failure));
        FailureAttribution attribution = destination.attribution(failure);
        attempts.failed(
                failure,
                attribution != FailureAttribution.NOT_ASKED
                        && attribution != FailureAttribution.UNSUITABLE
                        && failure.code() != ErrorCode.CIRCUIT_OPEN);
        if (!anotherMayDo(context, failure, attribution)) {
            throw attempts.last();
        }
        leave(context, failure);
    }

    private static boolean anotherMayDo(
            RequestContext context, Failure failure, FailureAttribution attribution) {
        return failure.effect() == Effect.NONE
                ? attribution == FailureAttribution.UNSUITABLE
                        || ANOTHER_MAY_DO.contains(failure.code())
                : context.description.replay() != Replay.ONCE
                        && ITS_OWN_FAULT.contains(attribution);
    }

    private boolean spend(RequestContext context) {
        if (context.retries > 0 && budget.spend()) {
            context.retries--;
            return true;
        }
        return false;
    }

    /** What a peer has used up is used up for all. */
    private static void leave(RequestContext context, Failure failure) {
        if (failure.extensions().get(RequestContext.RETRIES_LEFT) instanceof JsonNumber left) {
            context.retries = Math.max(0, Math.min(context.retries, left.intValue()));
        }
    }

    /** What the connector said, addresses and all: traces are for operators. */
    private static String reason(Failure failure) {
        if (failure.getCause() instanceof ExchangeException exchange) {
            return exchange.operatorMessage();
        }
        return failure.getCause() == null ? failure.getMessage() : failure.getCause().getMessage();
    }

    private static Failure tooLate() {
        return Failure.of(
                ErrorCode.DEADLINE_EXCEEDED,
                "The deadline passed before the request was sent on; allow more time.");
    }
}
