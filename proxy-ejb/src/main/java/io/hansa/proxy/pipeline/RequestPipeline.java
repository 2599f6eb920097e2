package io.hansa.proxy.pipeline;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.routing.Answer;

/**
 * The steps of every request, from every ingress:
 *
 * <pre>authenticate → permit → admit → receive → recall → route → send → follow assistance
 * </pre>
 *
 * At its end, with any outcome, the request is recorded. {@link CheckIdempotency} is the step
 * "recall".
 *
 * <p>A thread that may wait takes a request to its end. On a thread that must not wait long, the
 * request becomes pending where its password is being checked (authenticate), where its body has
 * not arrived (receive), and before steps that take long (recall, send, follow assistance). That
 * step runs again when the request is continued. No transaction is open, and no database is asked
 * except for the reply to an idempotency key. Safe for many threads.
 */
public final class RequestPipeline {
    private final Registries registries;
    private final StepSequence fromTheCaller;
    private final StepSequence fromAServer;
    private final Fallback fallback;
    private final RequestRecorder recorder;

    RequestPipeline(
            Registries registries,
            PipelineSteps steps,
            Fallback fallback,
            RequestRecorder recorder) {
        PipelineSteps.Entrance entrance = steps.entrance();
        FollowAssistance follow = new FollowAssistance(this::runAssisted);
        this.registries = registries;
        this.fromTheCaller =
                new StepSequence(
                        entrance.authenticate(),
                        entrance.permit(),
                        entrance.admit(),
                        entrance.receive(),
                        steps.checkIdempotency(),
                        steps.route(),
                        steps.send(),
                        follow);
        this.fromAServer =
                new StepSequence(
                        entrance.permit(), entrance.admit(), steps.route(), steps.send(), follow);
        this.fallback = fallback;
        this.recorder = recorder;
    }

    /**
     * Begins a request on a thread that must not wait long, such as a worker of the container.
     *
     * @return the reply, or the pending request, which its owner continues or abandons
     * @throws Failure with code and effect; a defect of the proxy arrives as INTERNAL_ERROR
     */
    public Progress start(ServiceRequest request) {
        RequestContext context = new RequestContext(request, registries.current());
        return progress(context, run(context, false));
    }

    /**
     * Takes a request to its end, on a thread that may wait. The body must have arrived.
     *
     * @throws Failure as {@link #start}
     */
    public ServiceReply process(ServiceRequest request) {
        RequestContext context = new RequestContext(request, registries.current());
        return completed(context, run(context, true));
    }

    Progress resume(RequestContext context) {
        context.state.resume();
        return progress(context, run(context, false));
    }

    ServiceReply finish(RequestContext context) {
        context.state.resume();
        return completed(context, run(context, true));
    }

    /** As {@link PendingRequest#abandon}. */
    Failure abandon(RequestContext context, Failure reason) {
        boolean pending = context.state.abandon(reason);
        Failure end = context.state.failureOr(reason);
        context.state.closeReply();
        if (!pending) {
            return end;
        }
        context.failure = end;
        fromTheCaller.release(context);
        return recorded(context, end);
    }

    private Progress progress(RequestContext context, StepResult result) {
        return switch (result) {
            case AWAITING_SIGN_IN -> new Progress.AwaitingSignIn(this, context);
            case AWAITING_BODY -> new Progress.AwaitingBody(this, context);
            case AWAITING_THREAD -> new Progress.AwaitingReply(this, context);
            case COMPLETED, ANSWERED -> new Progress.Completed(reply(context));
        };
    }

    /** On a thread that may wait, only a body can be missing. */
    private ServiceReply completed(RequestContext context, StepResult result) {
        if (result.pending()) {
            throw abandon(context, Body.broken(null));
        }
        return reply(context);
    }

    private static ServiceReply reply(RequestContext context) {
        Answer answer = context.answer;
        context.forgetData();
        return new ServiceReply(
                answer.data(), answer.contentType(), answer.path(), answer.server(), answer.head());
    }

    /**
     * @return a pending result, or that the request is answered and recorded
     */
    private StepResult run(RequestContext context, boolean mayBlock) {
        Failure failure = null;
        try {
            StepResult result = fromTheCaller.take(context, mayBlock);
            if (result.pending()) {
                if (context.state.pause()) {
                    return result;
                }
                failure = context.state.failureOr(null);
            }
        } catch (Failure refusal) {
            failure = refusal;
        }
        // The steps' own outcome: a reply that came for an abandoned request is kept for its key.
        context.failure = failure;
        fromTheCaller.release(context);
        context.failure = context.state.end(failure);
        if (context.failure != null && !replaced(context)) {
            throw recorded(context, context.failure);
        }
        recorder.record(context, null);
        return StepResult.COMPLETED;
    }

    /** A request that was abandoned has no caller who would take the fallback. */
    private boolean replaced(RequestContext context) {
        return context.state.abandonment() == null && fallback.answers(context, context.failure);
    }

    private Failure recorded(RequestContext context, Failure failure) {
        Failure reported = forCaller(failure, context);
        recorder.record(context, reported);
        context.forgetData();
        return reported;
    }

    /** A second request, which a server asked for: its caller is known and admitted already. */
    private void runAssisted(RequestContext context) {
        try {
            fromAServer.take(context, true);
        } catch (Failure failure) {
            context.failure = failure;
            throw failure;
        } finally {
            fromAServer.release(context);
        }
    }

    /** A peer is told how many of its retries are left. */
    private static Failure forCaller(Failure failure, RequestContext context) {
        return context.caller != null && context.caller.isPeer()
                ? failure.with(RequestContext.RETRIES_LEFT, context.retries)
                : failure;
    }
}
