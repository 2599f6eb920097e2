package io.hansa.proxy.pipeline;

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
 * <pre>authenticate → permit → admit → receive → recall → route → send → follow assistance → record
 * </pre>
 *
 * The thread that brings the request carries it to its end. It may stop where its data is still on
 * its way (receive), and, where that thread must not wait for long, before whatever takes long
 * (authenticate, where a password is checked, recall, send, follow assistance); another thread
 * takes that step anew. No transaction is open and no database is asked on the way, but for the
 * reply to an idempotency key. Safe for many threads.
 */
public final class RequestPipeline {
    private static final Logger LOG = Logger.getLogger(RequestPipeline.class.getName());

    private final Registries registries;
    private final List<Step> fromTheCaller;
    private final List<Step> fromAServer;
    private final Fallback fallback;
    private final RequestRecorder outcomes;

    RequestPipeline(
            Registries registries, PipelineSteps its, Fallback fallback, RequestRecorder outcomes) {
        FollowAssistance follow = new FollowAssistance(this::carryOn);
        this.registries = registries;
        this.fromTheCaller =
                List.of(
                        its.entrance().authenticate(),
                        its.entrance().permit(),
                        its.entrance().admit(),
                        its.entrance().receive(),
                        its.recall(),
                        its.route(),
                        its.send(),
                        follow);
        this.fromAServer =
                List.of(
                        its.entrance().permit(),
                        its.entrance().admit(),
                        its.route(),
                        its.send(),
                        follow);
        this.fallback = fallback;
        this.outcomes = outcomes;
    }

    /**
     * Takes a request whose data has come with it to its end.
     *
     * @throws Failure with code and effect; whatever else goes wrong inside arrives as
     *     INTERNAL_ERROR
     */
    public ServiceReply process(ServiceRequest request) {
        return begin(request).goToTheEnd();
    }

    /** For a request whose data may still be on its way. */
    public RequestExecution begin(ServiceRequest request) {
        return new RequestExecution(this, new RequestContext(request, registries.current()));
    }

    ServiceReply go(RequestContext call, boolean mayStop) {
        call.mayStop = mayStop;
        try {
            take(fromTheCaller, call);
        } catch (Failure answer) {
            if (!fallback.answers(call, answer)) {
                throw recorded(call, answer);
            }
        }
        if (call.awaited != null) {
            return null;
        }
        outcomes.record(call, null);
        ServiceReply reply =
                new ServiceReply(
                        call.answer.data(),
                        call.answer.contentType(),
                        call.answer.path(),
                        call.answer.server());
        call.forgetData();
        return reply;
    }

    Failure giveUp(RequestContext call, Failure reason) {
        call.failure = reason;
        end(fromTheCaller, call);
        return recorded(call, reason);
    }

    private Failure recorded(RequestContext call, Failure failure) {
        Failure told = told(failure, call);
        outcomes.record(call, told);
        call.forgetData();
        return told;
    }

    /** A second request, which a server asked for: its caller is known and admitted already. */
    private void carryOn(RequestContext call) {
        take(fromAServer, call);
    }

    private static void take(List<Step> steps, RequestContext call) {
        try {
            while (call.taken < steps.size() && !call.settled) {
                timed(steps.get(call.taken++), call);
                if (call.awaited != null) {
                    call.taken--;
                    return;
                }
            }
        } catch (Failure failure) {
            call.failure = failure;
            throw failure;
        } catch (RuntimeException | Error defect) {
            call.failure = internal(call.request, defect);
            throw call.failure;
        } finally {
            if (call.awaited == null) {
                end(steps, call);
            }
        }
    }

    /** Tells all that were taken, the last first. */
    private static void end(List<Step> steps, RequestContext call) {
        while (call.taken > 0) {
            steps.get(--call.taken).ended(call);
        }
    }

    private static void timed(Step step, RequestContext call) {
        boolean again = call.awaited != null;
        int place = again ? call.stoppedAt : call.timeline.begin();
        long began = again ? call.stoppedNanos : System.nanoTime();
        call.awaited = null;
        try {
            step.take(call);
        } finally {
            call.timeline.end(place, step.name(), call.capability, call.depth, began);
            call.stoppedAt = place;
            call.stoppedNanos = began;
        }
    }

    /** A peer is told how many of its retries are left. */
    private static Failure told(Failure failure, RequestContext call) {
        return call.caller != null && call.caller.isPeer()
                ? failure.with(RequestContext.RETRIES_LEFT, call.retries)
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
