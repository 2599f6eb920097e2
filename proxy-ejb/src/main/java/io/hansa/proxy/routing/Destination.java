package io.hansa.proxy.routing;

import io.hansa.connector.PendingReply;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.failure.Failure;
import java.time.Instant;

/**
 * A business server of this proxy, or a peer, as somewhere a request can go. Safe for many threads.
 */
public interface Destination {
    /** For people: {@code server trade-1}, {@code peer shop-b}. */
    String name();

    /**
     * The id of the proxy that this leads to: this one for a business server, the peer's for a
     * peer.
     */
    String proxy();

    /** The id of the business server of this proxy; null for a peer. */
    default String serverId() {
        return null;
    }

    /** What is known of its state, for an administrator. */
    default Condition condition() {
        return Condition.UNKNOWN;
    }

    /** What an operator has set, so that it gets no work; null: nothing that is in force. */
    default Hold hold() {
        return null;
    }

    /** When a request may test its open circuit; null: at once, or it is not known. */
    default Instant testedAt() {
        return null;
    }

    /**
     * Whether it takes new work now: enabled, reachable as far as is known, and under its
     * threshold.
     */
    boolean takesWork();

    /**
     * The same for work of that priority, which leaves room where something more important may
     * come, and why not. Its load changes at any time, so what is decided about one request is
     * decided by one look.
     *
     * @param room the share of the threshold that it may use there
     */
    default Availability availability(Priority priority, double room) {
        return takesWork() ? Availability.AVAILABLE : Availability.FULL;
    }

    /**
     * A request that it could have done does not go there, as it took no work. Only counts; never
     * waits.
     */
    default void passedOver() {}

    /** The exchanges in flight there and how long they take. */
    Workload workload();

    /** What it is to carry relative to others, over 0: its weight, less while it warms up. */
    double share();

    /**
     * The same for balancing that compares neither work nor latency: less where it failed lately.
     */
    default double reliableShare() {
        return share() * workload().reliability();
    }

    /** The longest that one exchange with it may take. */
    default long longestMillis() {
        return Long.MAX_VALUE;
    }

    /** What a failure of {@link #send} says about it. */
    FailureAttribution attribution(Failure failure);

    /**
     * Sends the request and waits for the reply, at most until its deadline.
     *
     * @throws Failure with the exact effect; {@code NONE} means that another may be tried
     */
    default Answer send(OutboundRequest outbound) {
        return begin(outbound).await(PendingReply.TO_THE_END);
    }

    /**
     * Sends the request, whose reply is awaited later. A request whose reply cannot be awaited
     * later is not sent before it is awaited.
     *
     * @throws Failure where it cannot be sent
     */
    PendingReply<Answer, Failure> begin(OutboundRequest outbound);
}
