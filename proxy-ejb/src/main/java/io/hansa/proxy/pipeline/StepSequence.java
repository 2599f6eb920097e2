package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;

/**
 * Steps that are taken one after another, each with its entry in the request's timeline. A pending
 * step is taken again when the request is continued. Safe for many threads.
 */
final class StepSequence {
    private static final Logger LOG = System.getLogger(StepSequence.class.getName());

    private final List<Step> steps;

    StepSequence(Step... steps) {
        this.steps = List.of(steps);
    }

    /**
     * Takes the steps that the request has not completed yet. An abandoned request ends before its
     * next step, unless its answer is there: that is kept for its idempotency key.
     *
     * @return the result of the last step taken
     * @throws Failure of a step, or the request's abandonment; a defect of the proxy is
     *     INTERNAL_ERROR
     */
    StepResult take(RequestContext context, boolean mayBlock) {
        try {
            while (context.position < steps.size()) {
                if (context.answer == null) {
                    context.state.requireWanted();
                }
                StepResult result = timed(steps.get(context.position), context, mayBlock);
                if (result != StepResult.COMPLETED) {
                    return result;
                }
                context.position++;
            }
            return StepResult.COMPLETED;
        } catch (Failure failure) {
            throw failure;
        } catch (RuntimeException | Error defect) {
            throw internal(context.request, defect);
        }
    }

    /** Releases what the steps hold that the request has reached, the last step first. */
    void release(RequestContext context) {
        for (int i = Math.min(context.position, steps.size() - 1); i >= 0; i--) {
            steps.get(i).release(context);
        }
    }

    private static StepResult timed(Step step, RequestContext context, boolean mayBlock) {
        if (context.timelinePlace == RequestContext.NOT_BEGUN) {
            context.timelinePlace = context.timeline.begin();
            context.stepBeganNanos = System.nanoTime();
        }
        boolean pending = false;
        try {
            StepResult result = step.take(context, mayBlock);
            pending = result.pending();
            return result;
        } finally {
            context.timeline.end(
                    context.timelinePlace,
                    step.name(),
                    context.capability,
                    context.depth,
                    context.stepBeganNanos);
            if (!pending) {
                context.timelinePlace = RequestContext.NOT_BEGUN;
            }
        }
    }

    private static Failure internal(ServiceRequest request, Throwable defect) {
        LOG.log(
                Level.ERROR,
                () -> "HANSA-3002 Trace " + request.trace().traceId() + " failed here.",
                defect);
        return Failure.of(
                ErrorCode.INTERNAL_ERROR,
                Effect.UNKNOWN,
                "The proxy failed; its log says why under this trace id.",
                defect);
    }
}
