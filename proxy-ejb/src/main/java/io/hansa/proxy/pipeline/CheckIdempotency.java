package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.idempotency.Outcome;
import io.hansa.proxy.idempotency.RequestKey;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Has the caller sent this before, under the same idempotency key? Then what came of it is the
 * answer, and nothing is sent. Without a key nothing is looked up.
 */
final class CheckIdempotency implements Step {
    private static final Logger LOG = System.getLogger(CheckIdempotency.class.getName());

    private final IdempotencyService repeats;

    CheckIdempotency(IdempotencyService repeats) {
        this.repeats = repeats;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        String key = context.request.idempotencyKey();
        if (key == null) {
            return StepResult.COMPLETED;
        }
        if (!mayBlock) {
            return StepResult.AWAITING_THREAD;
        }
        RequestKey request =
                RequestKey.of(
                        context.caller,
                        key,
                        context.capability + context.request.head().suffix(),
                        context.data);
        IdempotencyService.Verdict verdict =
                repeats.first(request, again(context), context.deadlineNanos);
        if (verdict.claim() != null) {
            context.key = request;
            context.claim = verdict.claim();
            return StepResult.COMPLETED;
        }
        if (verdict.outcome().failure() != null) {
            throw verdict.outcome().failure();
        }
        context.answer = verdict.outcome().answer();
        return StepResult.ANSWERED;
    }

    /**
     * What surely did nothing, or may be done twice, is forgotten; all else is never done again
     * under this key.
     */
    @Override
    public void release(RequestContext context) {
        if (context.claim == null) {
            return;
        }
        String claim = context.claim;
        context.claim = null;
        try {
            if (context.failure == null) {
                repeats.keep(context.key, claim, Outcome.of(context.answer));
            } else if (context.failure.effect() == Effect.NONE || again(context)) {
                repeats.forget(context.key, claim);
            } else {
                repeats.keep(context.key, claim, Outcome.of(context.failure));
            }
        } catch (RuntimeException notStored) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-3001 The outcome under an idempotency key was not stored. Repeats get reply-not-kept.",
                    notStored);
        }
    }

    private static boolean again(RequestContext context) {
        return context.description.replay() != Replay.ONCE;
    }
}
