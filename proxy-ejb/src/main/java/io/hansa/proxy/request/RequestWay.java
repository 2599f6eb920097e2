package io.hansa.proxy.request;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The way of every request, whoever brings it in:
 *
 * <pre>authenticate → permit → admit → recall → route → send → follow assistance → record</pre>
 *
 * The thread that brings the request carries it to its end; no transaction is open and no database is asked on
 * the way, but for the reply to an idempotency key. Safe for many threads.
 */
public final class RequestWay {
    private static final Logger LOG = Logger.getLogger(RequestWay.class.getName());

    private final Registries registries;
    private final List<Step> fromTheCaller;
    private final List<Step> fromAServer;
    private final Fallback fallback;
    private final Outcomes outcomes;

    RequestWay(Registries registries, RequestSteps its, Fallback fallback, Outcomes outcomes) {
        FollowAssistance follow = new FollowAssistance(this::carryOn);
        this.registries = registries;
        this.fromTheCaller =
                List.of(
                        its.authenticate(),
                        its.permit(),
                        its.admit(),
                        its.recall(),
                        its.route(),
                        its.send(),
                        follow);
        this.fromAServer = List.of(its.permit(), its.admit(), its.route(), its.send(), follow);
        this.fallback = fallback;
        this.outcomes = outcomes;
    }

    /** @throws Failure with code and effect; whatever else goes wrong inside arrives as INTERNAL_ERROR */
    public ServiceReply process(ServiceRequest request) {
        Call call = new Call(request, registries.current());
        Failure failure = null;
        try {
            take(fromTheCaller, call);
        } catch (Failure answer) {
            if (!fallback.answers(call, answer)) {
                failure = told(answer, call);
                throw failure;
            }
        } finally {
            outcomes.record(call, failure);
        }
        return new ServiceReply(
                call.answer.data(),
                call.answer.contentType(),
                call.answer.path(),
                call.answer.server());
    }

    /** A second request, which a server asked for: its caller is known and admitted already. */
    private void carryOn(Call call) {
        take(fromAServer, call);
    }

    private static void take(List<Step> steps, Call call) {
        int taken = 0;
        try {
            while (taken < steps.size() && !call.settled) {
                timed(steps.get(taken++), call);
            }
        } catch (Failure failure) {
            call.failure = failure;
            throw failure;
        } catch (RuntimeException | Error defect) {
            call.failure = internal(call.request, defect);
            throw call.failure;
        } finally {
            while (taken > 0) {
                steps.get(--taken).ended(call);
            }
        }
    }

    private static void timed(Step step, Call call) {
        int place = call.timeline.begin();
        long began = System.nanoTime();
        try {
            step.take(call);
        } finally {
            call.timeline.end(place, step.name(), call.capability, call.depth, began);
        }
    }

    /** A peer is told how many of its retries are left. */
    private static Failure told(Failure failure, Call call) {
        return call.caller != null && call.caller.isPeer()
                ? failure.with(Call.RETRIES_LEFT, call.retries)
                : failure;
    }

    private static Failure internal(ServiceRequest request, Throwable defect) {
        LOG.log(Level.SEVERE, defect, () -> "Trace " + request.trace().traceId() + " failed here.");
        return Failure.of(
                ErrorCode.INTERNAL_ERROR,
                Effect.UNKNOWN,
                "The proxy failed; its log says why under this trace id.",
                defect);
    }
}
