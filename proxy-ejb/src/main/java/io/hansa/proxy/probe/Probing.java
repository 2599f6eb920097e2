package io.hansa.proxy.probe;

import io.hansa.proxy.breaker.Breaker;
import io.hansa.proxy.breaker.BreakerSetting;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registration.BusinessServer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;

/**
 * Probes the servers whose entries have a {@code probe}. Each is probed at its own pace, beginning
 * at a random moment, one probe at a time; of all servers only so many at once, the one that is
 * longest due first. Safe for many threads.
 */
public final class Probing implements Runnable {
    private static final Logger LOG = System.getLogger(Probing.class.getName());

    private final Breakers breakers;
    private final LatestProbes latest;
    private final Prober prober;
    private final Executor executor;
    private final Semaphore room;
    private final LongSupplier nanoTime;
    private final Map<String, ProbedServer> servers = new ConcurrentHashMap<>();
    private final LongAdder passed = new LongAdder();
    private final LongAdder failed = new LongAdder();

    /** Makes one probe and waits for its outcome. */
    @FunctionalInterface
    public interface Prober {
        /**
         * @throws Failure where nothing could be asked, which says nothing about the server
         */
        ProbeOutcome probe(BusinessServer server, long deadlineNanos);
    }

    /**
     * @param executor whose threads wait for the outcomes, at most as many as {@code maxAtOnce}
     */
    public Probing(
            Breakers breakers,
            LatestProbes latest,
            Prober prober,
            Executor executor,
            int maxAtOnce,
            LongSupplier nanoTime) {
        this.breakers = breakers;
        this.latest = latest;
        this.prober = prober;
        this.executor = executor;
        this.room = new Semaphore(maxAtOnce);
        this.nanoTime = nanoTime;
    }

    /** Puts the servers of a new registry in force. What did not change keeps its pace. */
    public void replace(Map<String, BusinessServer> all) {
        servers.keySet().retainAll(all.keySet());
        for (BusinessServer server : all.values()) {
            boolean probed = server.probe() != null && server.usable();
            breaker(server).ifPresent(breaker -> breaker.probed(probed));
            if (probed) {
                servers.compute(
                        server.id(),
                        (id, before) ->
                                before != null && before.server().equals(server)
                                        ? before
                                        : new ProbedServer(server, nanoTime.getAsLong()));
            } else {
                servers.remove(server.id());
            }
        }
    }

    /** Starts the probes that are due and returns; to be called about ten times a second. */
    @Override
    public void run() {
        long now = nanoTime.getAsLong();
        List<ProbedServer> due =
                servers.values().stream()
                        .filter(server -> server.due(now))
                        .sorted(Comparator.comparingLong(server -> server.dueNanos() - now))
                        .toList();
        for (ProbedServer server : due) {
            if (!room.tryAcquire()) {
                return;
            }
            server.begin();
            try {
                executor.execute(() -> probe(server));
            } catch (RejectedExecutionException stopping) {
                server.end(now);
                room.release();
            }
        }
    }

    /** How many of the latest probes of the server in a row came out alike; empty: none. */
    public OptionalInt inRow(String server) {
        ProbedServer probed = servers.get(server);
        return probed == null ? OptionalInt.empty() : OptionalInt.of(probed.inRow());
    }

    /** How many probes passed since the node started. */
    public long passed() {
        return passed.sum();
    }

    /** How many probes failed since the node started. */
    public long failed() {
        return failed.sum();
    }

    private void probe(ProbedServer server) {
        long began = nanoTime.getAsLong();
        try {
            ProbeOutcome outcome = prober.probe(server.server(), began + server.limitNanos());
            if (servers.get(server.server().id()) == server) {
                count(server, outcome);
            }
        } catch (Failure notAsked) {
            LOG.log(Level.DEBUG, "A probe was not made: {0}", notAsked.getMessage());
        } catch (RuntimeException defect) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-3701 A probe of server " + server.server().id() + " ended unexpectedly.",
                    defect);
        } finally {
            server.end(began);
            room.release();
        }
    }

    private void count(ProbedServer server, ProbeOutcome outcome) {
        (outcome.passed() ? passed : failed).increment();
        latest.note(server.server().id(), outcome);
        server.count(outcome.passed());
        breaker(server.server())
                .ifPresent(
                        breaker -> {
                            breaker.probed(true);
                            if (!outcome.passed()) {
                                breaker.probeFailed(
                                        predicate(outcome), outcome.answered(), server.down());
                            } else if (server.up()) {
                                breaker.probePassed(server.inRow());
                            }
                        });
    }

    private Optional<Breaker> breaker(BusinessServer server) {
        return breakers.find(BreakerSetting.server(server.id()));
    }

    /** Its reason without the full stop. */
    private static String predicate(ProbeOutcome outcome) {
        String reason = outcome.reason();
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
