package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import jakarta.json.JsonNumber;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * Sends to the first destination; to the next only where that is safe and the budget allows it, and
 * never past the deadline. {@link RetryRule} tells whether it is safe.
 */
final class Send implements Step {
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
            context.attempts = new Attempts(context.destinations);
        }
        Attempts attempts = context.attempts;
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
                return StepResult.AWAITING_THREAD;
            }
            node.recordLatencyRatio(attempts.latencyRatio());
            return StepResult.COMPLETED;
        }
        throw attempts.last();
    }

    private void mayBegin(RequestContext context, Attempts attempts) {
        if (context.deadlineNanos - System.nanoTime() <= 0) {
            throw attempts.last() != null ? attempts.last() : tooLate();
        }
        if (attempts.isRetry() && !spend(context)) {
            throw attempts.last();
        }
        access.charge(context, attempts.destination());
        context.state.beginSending();
    }

    private static void failed(RequestContext context, Attempts attempts, Failure failure) {
        Destination destination = attempts.destination();
        context.timeline.note(destination.name() + ": " + reason(failure));
        FailureAttribution attribution = destination.attribution(failure);
        attempts.failed(
                failure,
                attribution != FailureAttribution.NOT_ASKED
                        && attribution != FailureAttribution.UNSUITABLE
                        && failure.code() != ErrorCode.CIRCUIT_OPEN);
        if (!RetryRule.anotherMayDo(context, failure, attribution)) {
            throw attempts.last();
        }
        leave(context, failure);
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

    /**
     * One request's way from destination to destination: which has it now, and how those before
     * ended. One thread at a time.
     */
    static final class Attempts {
        /** A reply within that time is prompt: the worker waits for it itself. */
        private static final long PROMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

        private final Iterator<Destination> destinations;
        private Destination destination;
        private PendingReply<Answer, Failure> sending;
        private long began;
        private Failure last;
        private boolean asked;

        private Attempts(Iterator<Destination> destinations) {
            this.destinations = destinations;
        }

        /** The one that has the request, or the next one; false where all have been tried. */
        boolean next() {
            if (sending == null && destinations.hasNext()) {
                destination = destinations.next();
                return true;
            }
            return sending != null;
        }

        boolean inProgress() {
            return sending != null;
        }

        Destination destination() {
            return destination;
        }

        /**
         * @return null where there is no answer yet, and this thread is not to wait for it
         */
        Answer answer(RequestContext context, boolean mayBlock) {
            if (sending == null) {
                began = System.nanoTime();
                sending = destination.begin(context.outboundRequest());
                context.state.awaitReply(sending);
            }
            return sending.await(mayBlock ? PendingReply.TO_THE_END : patience());
        }

        /** How many times its usual the destination took to answer. */
        double latencyRatio() {
            return destination.workload().latencyRatio(System.nanoTime() - began);
        }

        /**
         * @param asked whether the destination had the request at all, so that sending it elsewhere
         *     is a retry
         */
        void failed(Failure failure, boolean asked) {
            sending = null;
            last = after(last, failure);
            this.asked |= asked;
        }

        /** Null before the first failure. */
        Failure last() {
            return last;
        }

        /** Whether sending it now is a repetition. */
        boolean isRetry() {
            return asked;
        }

        private long patience() {
            return destination.workload().usualNanos() > PROMPT_NANOS ? 0 : PROMPT_NANOS;
        }

        /** Where an earlier target may have acted, no later outcome changes that. */
        private static Failure after(Failure earlier, Failure failure) {
            return earlier != null && earlier.effect() == Effect.UNKNOWN
                    ? failure.afterEffect()
                    : failure;
        }
    }
}
