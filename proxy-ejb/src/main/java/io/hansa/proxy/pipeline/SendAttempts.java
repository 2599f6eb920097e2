package io.hansa.proxy.pipeline;

import io.hansa.api.Effect;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Destination;
import java.util.Iterator;
import java.util.concurrent.TimeUnit;

/**
 * One request's way from destination to destination: which has it now, and how those before ended.
 * One thread at a time.
 */
final class SendAttempts {
    /** A reply within that time is prompt: the worker waits for it itself. */
    private static final long PROMPT_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private final Iterator<Destination> destinations;
    private Destination destination;
    private PendingReply<Answer, Failure> sending;
    private long began;
    private Failure last;
    private boolean asked;

    SendAttempts(Iterator<Destination> destinations) {
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
     * @param asked whether the destination had the request at all, so that sending it elsewhere is
     *     a retry
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
