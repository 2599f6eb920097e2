package io.hansa.proxy.federation;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.DeferredReply;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Destination;
import io.hansa.proxy.routing.FailureAttribution;
import io.hansa.proxy.routing.OutboundRequest;
import io.hansa.proxy.routing.Workload;
import java.util.concurrent.CancellationException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A peer as the destination of one capability: the request goes out in the account's name and this
 * proxy's.
 */
final class PeerDestination implements Destination {
    private final PeerView view;
    private final String capability;
    private final Workload workload;
    private final PeerCall call;

    PeerDestination(PeerView view, String capability, Workload workload, PeerCall call) {
        this.view = view;
        this.capability = capability;
        this.workload = workload;
        this.call = call;
    }

    @Override
    public String name() {
        return "peer " + view.peer().id();
    }

    @Override
    public String proxy() {
        return view.peer().id();
    }

    @Override
    public Condition condition() {
        return view.condition(capability);
    }

    @Override
    public boolean takesWork() {
        return view.takesWork(capability);
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public double share() {
        return 1;
    }

    /** What a peer reports of its servers says nothing against the peer. */
    @Override
    public FailureAttribution attribution(Failure failure) {
        if (failure.getCause() instanceof ExchangeException failed) {
            return switch (failed.kind()) {
                case UNREACHABLE -> FailureAttribution.BROKEN;
                case PROTOCOL_ERROR, UNMAPPABLE ->
                        failed.sent() ? FailureAttribution.BROKEN : FailureAttribution.NOT_ASKED;
                case TIMEOUT -> FailureAttribution.LATE;
                case ABANDONED -> FailureAttribution.ABANDONED;
                case OVERLOADED, QUARANTINED, REQUEST_TOO_LARGE -> FailureAttribution.NOT_ASKED;
            };
        }
        if (failure.getCause() instanceof TimeoutException) {
            return FailureAttribution.LATE;
        }
        if (failure.getCause() instanceof CancellationException) {
            return FailureAttribution.ABANDONED;
        }
        if (failure.getCause() instanceof RejectedExecutionException) {
            return FailureAttribution.NOT_ASKED;
        }
        if (failure.extensions().containsKey(PeerProblem.STATUS)) {
            return FailureAttribution.NOT_ASKED;
        }
        return switch (failure.code()) {
            case PEER_UNREACHABLE, INTERNAL_ERROR -> FailureAttribution.FAULTY;
            default -> FailureAttribution.ANSWERED;
        };
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        return new PendingAnswer(outbound);
    }

    /** An answer that one thread waits for from the beginning. */
    private final class PendingAnswer extends DeferredReply<Answer, Failure> {
        private final OutboundRequest outbound;
        private final Cancellation cancellation = new Cancellation();

        PendingAnswer(OutboundRequest outbound) {
            this.outbound = outbound;
        }

        @Override
        protected Answer exchange() {
            long began = System.nanoTime();
            workload.begin();
            try {
                return call.carry(view, outbound, cancellation);
            } finally {
                workload.end(System.nanoTime() - began);
            }
        }

        @Override
        protected void cancel() {
            cancellation.cancel();
        }

        @Override
        protected Failure notSent() {
            return Failure.of(
                    ErrorCode.DEADLINE_EXCEEDED,
                    Effect.NONE,
                    "%s was not asked before its caller left; allow more time.".formatted(name()),
                    new CancellationException());
        }
    }
}
