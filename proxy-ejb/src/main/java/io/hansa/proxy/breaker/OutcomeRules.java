package io.hansa.proxy.breaker;

import io.hansa.api.Effect;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.OutboundRequest;

/** What an exchange says about its target, by its failure and the time that it took. */
final class OutcomeRules {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LEAST_PATIENCE_NANOS = 100 * NANOS_PER_MILLI;
    private static final int USUAL_TIMES = 10;

    private final Destination target;
    private final int slowAfterPercent;

    OutcomeRules(Destination target, int slowAfterPercent) {
        this.target = target;
        this.slowAfterPercent = slowAfterPercent;
    }

    /** Null: it says nothing about the target. */
    Outcome outcome(Throwable failure, long took, OutboundRequest outbound) {
        if (failure == null) {
            return answered(took, outbound);
        }
        if (!(failure instanceof Failure told)) {
            return null;
        }
        return switch (target.attribution(told)) {
            case ANSWERED -> answered(took, outbound);
            case BUSY -> Outcome.BUSY;
            case ABANDONED, NOT_ASKED, UNSUITABLE -> null;
            case FAULTY -> Outcome.FAULT;
            case BROKEN -> broken(told, took, outbound);
            case LATE -> hadTimeEnough(took, outbound) ? Outcome.SILENT : null;
        };
    }

    /**
     * A host that is off costs its caller the time to connect. What breaks after it was sent may be
     * due to the request.
     */
    private Outcome broken(Failure failure, long took, OutboundRequest outbound) {
        if (failure.effect() == Effect.UNKNOWN) {
            return Outcome.BROKEN;
        }
        return hadTimeEnough(took, outbound) ? Outcome.SILENT : Outcome.REFUSED;
    }

    private Outcome answered(long took, OutboundRequest outbound) {
        return took >= patience(outbound) ? Outcome.SLOW : Outcome.GOOD;
    }

    /**
     * What an exchange may take before it counts as slow; no caller's own shorter deadline changes
     * it.
     */
    private long patience(OutboundRequest outbound) {
        long allowed = Math.min(target.longestMillis(), outbound.usualMillis());
        return allowed * NANOS_PER_MILLI / 100 * slowAfterPercent;
    }

    /** Callers with very short deadlines must not be able to cut a target off that is well. */
    private boolean hadTimeEnough(long took, OutboundRequest outbound) {
        long usual = USUAL_TIMES * target.workload().usualNanos();
        return took >= Math.min(patience(outbound), Math.max(LEAST_PATIENCE_NANOS, usual));
    }
}
