package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.idempotency.Outcome;
import io.hansa.proxy.idempotency.RequestKey;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has the caller sent this before, under the same idempotency key? Then what came of it is the
 * answer, and nothing is sent. Without a key nothing is looked up.
 */
final class CheckIdempotency implements Step {
    private static final Logger LOG = Logger.getLogger(CheckIdempotency.class.getName());

    private final IdempotencyService repeats;

    CheckIdempotency(IdempotencyService repeats) {
        this.repeats = repeats;
    }

    @Override
    public String name() {
        return "recall";
    }

    @Override
    public void take(RequestContext call) {
        String key = call.request.idempotencyKey();
        if (key == null) {
            return;
        }
        if (call.mayStop) {
            call.awaited = Awaited.THREAD;
            return;
        }
        RequestKey request = RequestKey.of(call.caller, key, call.capability, call.data);
        IdempotencyService.Verdict verdict =
                repeats.first(request, again(call), call.deadlineNanos);
        if (verdict.claim() != null) {
            call.key = request;
            call.claim = verdict.claim();
            return;
        }
        if (verdict.outcome().failure() != null) {
            throw verdict.outcome().failure();
        }
        call.settled = true;
        call.answer = verdict.outcome().answer();
    }

    /**
     * What surely did nothing, or may be done twice, is forgotten; all else is never done again
     * under this key.
     */
    @Override
    public void ended(RequestContext call) {
        if (call.claim == null) {
            return;
        }
        try {
            if (call.failure == null) {
                repeats.keep(call.key, call.claim, Outcome.of(call.answer));
            } else if (call.failure.effect() == Effect.NONE || again(call)) {
                repeats.forget(call.key, call.claim);
            } else {
                repeats.keep(call.key, call.claim, Outcome.of(call.failure));
            }
        } catch (RuntimeException notStored) {
            LOG.log(
                    Level.WARNING,
                    "The outcome under an idempotency key was not stored; repeats are told so.",
                    notStored);
        }
    }

    private static boolean again(RequestContext call) {
        return call.description.replay() != Replay.ONCE;
    }
}
