package io.hansa.bench.load;

import jakarta.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers with large bodies, all at once, each with threads of its own, so that sending and hearing
 * a refusal overlap.
 */
final class LargeLoad {
    private final Order order;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger good = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger bad = new AtomicInteger();
    private volatile String firstBad = "";

    LargeLoad(Order order) {
        this.order = order;
    }

    /**
     * Runs for the ordered time, and until the calls in flight have ended.
     *
     * @return a line of JSON; {@code refused} counts the refusals that are due when there is no
     *     room
     */
    String run() throws IOException, InterruptedException {
        long ends = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(order.millis());
        List<Thread> callers = new ArrayList<>();
        LargeCall call = new LargeCall(order.port(), order.head(), order.body(), threads);
        for (int i = 0; i < order.connections(); i++) {
            callers.add(new Thread(() -> again(call, ends), "caller " + i));
        }
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }
        threads.shutdownNow();
        return Json.createObjectBuilder()
                .add("good", good.get())
                .add("refused", refused.get())
                .add("bad", bad.get())
                .add("firstBad", firstBad)
                .build()
                .toString();
    }

    private void again(LargeCall call, long ends) {
        try {
            while (System.nanoTime() < ends) {
                long pause = once(call);
                TimeUnit.SECONDS.sleep(pause);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * @return the seconds after which to come again
     */
    private long once(LargeCall call) {
        try {
            long after = call.answeredOrRetryAfter();
            (after == 0 ? good : refused).incrementAndGet();
            return after;
        } catch (IOException | RuntimeException broken) {
            firstBad = firstBad.isEmpty() ? String.valueOf(broken.getMessage()) : firstBad;
            bad.incrementAndGet();
            return 0;
        }
    }
}
