package io.hansa.proxy.routing;

import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts how often a figure of any candidate is read. */
record CountedDestination(String name, AtomicInteger looked, FakeDestination fake)
        implements Destination {
    CountedDestination(String name, AtomicInteger looked) {
        this(name, looked, new FakeDestination(name));
    }

    @Override
    public String proxy() {
        return fake.proxy();
    }

    @Override
    public boolean takesWork() {
        return true;
    }

    @Override
    public Workload workload() {
        return fake.workload();
    }

    @Override
    public double share() {
        looked.incrementAndGet();
        return 1;
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return fake.attribution(failure);
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        return fake.begin(outbound);
    }
}
