package io.hansa.proxy.routing;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongPredicate;

/** A server that takes its time for an answer, and fails at once at some times of its life. */
final class SimulatedServer implements Destination {
    private static final long FAILING_MILLIS = 1;

    private final String name;
    private final long workMillis;
    private final LongPredicate fails;
    private final long born = System.nanoTime();
    private final Workload workload = new Workload();
    private final LongAdder asked = new LongAdder();

    /**
     * @param fails by the milliseconds since it was made
     */
    SimulatedServer(String name, long workMillis, LongPredicate fails) {
        this.name = name;
        this.workMillis = workMillis;
        this.fails = fails;
    }

    long asked() {
        return asked.sum();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String proxy() {
        return "shop-a";
    }

    @Override
    public boolean takesWork() {
        return true;
    }

    @Override
    public Workload workload() {
        return workload;
    }

    @Override
    public double share() {
        return 1;
    }

    @Override
    public FailureAttribution attribution(Failure failure) {
        return FailureAttribution.FAULTY;
    }

    @Override
    public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
        return Deferred.answer(() -> answer(outbound));
    }

    private Answer answer(OutboundRequest outbound) {
        asked.increment();
        long began = System.nanoTime();
        workload.begin();
        try {
            boolean failing = fails.test(TimeUnit.NANOSECONDS.toMillis(began - born));
            work(began, failing ? FAILING_MILLIS : workMillis);
            if (failing) {
                throw Failure.of(ErrorCode.SERVER_FAULT, Effect.UNKNOWN, "fails", null);
            }
            return new Answer(outbound.data(), null, name, List.of("shop-a"), null);
        } finally {
            workload.end(System.nanoTime() - began);
        }
    }

    private static void work(long began, long millis) {
        long until = began + TimeUnit.MILLISECONDS.toNanos(millis);
        while (until - System.nanoTime() > 0) {
            LockSupport.parkNanos(until - System.nanoTime());
        }
    }
}
