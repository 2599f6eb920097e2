package io.hansa.proxy.routing;

import io.hansa.connector.PendingReply;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.breaker.GuardedDestination;
import io.hansa.proxy.capability.Capability.Balancing;
import io.hansa.proxy.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests at a steady pace, in real time, each to the server that the algorithm puts first; none
 * is sent again.
 */
final class BalancingSimulation {
    private static final long WELL_MILLIS = 20;
    private static final long SLOW_MILLIS = 300;
    private static final long FLAP_MILLIS = 2000;

    private final Balancing balancing;
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final Candidates candidates;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final LongAdder errors = new LongAdder();

    BalancingSimulation(Balancing balancing, boolean guarded) {
        this.balancing = balancing;
        for (int i = 1; i <= 7; i++) {
            servers.add(new SimulatedServer("well-" + i, WELL_MILLIS, at -> false));
        }
        servers.add(new SimulatedServer("slow", SLOW_MILLIS, at -> false));
        servers.add(new SimulatedServer("flapping", WELL_MILLIS, at -> at / FLAP_MILLIS % 2 == 1));
        servers.add(new SimulatedServer("failing", WELL_MILLIS, at -> true));
        List<Destination> destinations = new ArrayList<>();
        Breakers breakers = BreakerSamples.breakers();
        for (SimulatedServer server : servers) {
            destinations.add(
                    guarded
                            ? new GuardedDestination(server, breakers.of(server.name()), 80)
                            : new Counting(server));
        }
        candidates = Candidates.of(destinations);
    }

    void run(int requests, int perSecond) throws InterruptedException {
        ExecutorService callers = Executors.newCachedThreadPool();
        long began = System.nanoTime();
        for (int i = 0; i < requests; i++) {
            long due = began + i * 1_000_000_000L / perSecond;
            while (due - System.nanoTime() > 0) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            callers.execute(this::ask);
        }
        callers.shutdown();
        if (!callers.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new AssertionError("The simulation did not end.");
        }
    }

    /** Of all requests, those to servers whose name begins like this. */
    double share(String name) {
        long all = servers.stream().mapToLong(SimulatedServer::asked).sum();
        return servers.stream()
                        .filter(server -> server.name().startsWith(name))
                        .mapToLong(SimulatedServer::asked)
                        .sum()
                / (double) all;
    }

    double p99Millis() {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) (sorted.length * 0.99)] / 1e6;
    }

    double errors() {
        return errors.sum() / (double) (errors.sum() + nanos.size());
    }

    private void ask() {
        long began = System.nanoTime();
        try {
            candidates
                    .choice(balancing, Destination::takesWork)
                    .next()
                    .send(ErrandSamples.of("trade.settle", "basket"));
            nanos.add(System.nanoTime() - began);
        } catch (Failure failed) {
            errors.increment();
        }
    }

    /** Counts what comes of requests, as a breaker does, but never cuts off. */
    private record Counting(SimulatedServer server) implements Destination {
        @Override
        public String name() {
            return server.name();
        }

        @Override
        public String proxy() {
            return server.proxy();
        }

        @Override
        public boolean takesWork() {
            return true;
        }

        @Override
        public Workload workload() {
            return server.workload();
        }

        @Override
        public double share() {
            return 1;
        }

        @Override
        public FailureAttribution attribution(Failure failure) {
            return server.attribution(failure);
        }

        @Override
        public PendingReply<Answer, Failure> begin(OutboundRequest outbound) {
            return Deferred.answer(() -> answer(outbound));
        }

        private Answer answer(OutboundRequest outbound) {
            long began = System.nanoTime();
            try {
                Answer answer = server.send(outbound);
                server.workload().answered(System.nanoTime() - began);
                return answer;
            } catch (Failure failed) {
                server.workload().failed();
                throw failed;
            }
        }
    }
}
