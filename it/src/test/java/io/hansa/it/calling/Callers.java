package io.hansa.it.calling;

import static org.awaitility.Awaitility.await;

import io.hansa.client.CapabilityClient;
import io.hansa.client.HansaClient;
import io.hansa.client.HansaException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that call one capability after the other through the client library, until closed. */
final class Callers implements AutoCloseable {
    static final int THREADS = 8;
    static final String ONCE = "calling.once";
    static final String TWICE = "calling.twice";

    /** So that a proxy that starts beside them gets its part of two processors. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final Duration TIMEOUT = Duration.ofSeconds(4);

    private final HansaClient client;
    private final AtomicLong number = new AtomicLong();
    private final Set<String> answeredOnce = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService calls = Executors.newScheduledThreadPool(THREADS);
    private final List<Outcomes> phases = new CopyOnWriteArrayList<>();

    /** The first phase is not in the list: proxies that have just started may answer late. */
    private volatile Outcomes outcomes = new Outcomes();

    Callers(HansaClient client) {
        this.client = client;
        for (int thread = 0; thread < THREADS; thread++) {
            boolean once = thread % 2 == 0;
            calls.scheduleWithFixedDelay(
                    () -> call(once), 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void call(boolean once) {
        CapabilityClient capability = client.capability(once ? ONCE : TWICE).timeout(TIMEOUT);
        String request = (once ? ONCE : TWICE) + "-" + number.incrementAndGet();
        Outcomes its = outcomes;
        try {
            its.answered(capability.send(request));
            if (once) {
                answeredOnce.add(request);
            }
        } catch (HansaException failed) {
            its.failed(once, failed);
        }
    }

    /** The ONCE calls that got a reply. */
    Set<String> answeredOnce() {
        return answeredOnce;
    }

    /** From now on outcomes are counted by themselves. */
    Outcomes next() {
        Outcomes now = new Outcomes();
        phases.add(now);
        outcomes = now;
        return now;
    }

    /** In all phases but the first: calls that failed although one could be answered. */
    List<String> failures() {
        return phases.stream().flatMap(phase -> phase.failures().stream()).toList();
    }

    /** Waits until that many calls more were answered. */
    void awaitAnswers(int calls) {
        long before = outcomes.answered();
        await("calls are answered")
                .atMost(Duration.ofSeconds(60))
                .until(() -> outcomes.answered() >= before + calls);
    }

    @Override
    public void close() {
        calls.shutdown();
        try {
            calls.awaitTermination(TIMEOUT.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
