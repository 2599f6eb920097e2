package io.hansa.proxy.protection;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.atomic.AtomicInteger;

/** How much this node has in hand, and whether it takes more. Safe for many threads. */
public final class NodeAdmission {
    private final Limits limits;
    private final AtomicInteger inHand = new AtomicInteger();
    private volatile boolean draining;

    public NodeAdmission(Limits limits) {
        this.limits = limits;
    }

    /** Takes one request in hand; {@link #leave} must follow. @throws Failure DRAINING or OVERLOADED */
    public void enter() {
        if (draining) {
            throw Failure.of(ErrorCode.DRAINING, "This node is stopping; use another.");
        }
        int most = (int) Math.max(1, limits.nodeCapacity() * limits.nodeThreshold());
        if (inHand.incrementAndGet() > most) {
            inHand.decrementAndGet();
            throw Failure.of(
                    ErrorCode.OVERLOADED,
                    "This node has %d requests in hand, as many as it takes; try again or use another."
                            .formatted(most));
        }
    }

    public void leave() {
        inHand.decrementAndGet();
    }

    /** From now on nothing new is taken; what is in hand goes on. */
    public void drain() {
        draining = true;
    }

    public boolean accepting() {
        return !draining && load() < limits.nodeThreshold();
    }

    public int inHand() {
        return inHand.get();
    }

    public double load() {
        return inHand.get() / (double) limits.nodeCapacity();
    }

    public double threshold() {
        return limits.nodeThreshold();
    }
}
