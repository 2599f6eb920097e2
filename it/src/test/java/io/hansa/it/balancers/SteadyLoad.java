package io.hansa.it.balancers;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import io.hansa.it.system.ServiceCall;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Callers that send so many requests a second, whatever becomes of them: most are small, every
 * tenth has an idempotency key, and every fiftieth has 3 MiB. Each must be answered with its own
 * data.
 */
final class SteadyLoad implements AutoCloseable {
    static final String ANSWERED = "answered";

    /** The balancer closed an idle connection when the request was sent on it. */
    static final String CLOSED = "closed without an answer";

    private static final int KEYED = 10;
    private static final int LARGE = 50;
    private static final int LARGE_BYTES = 3 << 20;

    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final String keys = "steady-" + System.nanoTime() + "-";
    private final Map<String, Integer> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong longestMillis = new AtomicLong();
    private final ProxySystem proxy;
    private final String capability;
    private final Credentials shown;

    private SteadyLoad(ProxySystem proxy, String capability, Credentials shown) {
        this.proxy = proxy;
        this.capability = capability;
        this.shown = shown;
    }

    static SteadyLoad of(int perSecond, ProxySystem proxy, String capability, Credentials shown) {
        SteadyLoad load = new SteadyLoad(proxy, capability, shown);
        load.clock.scheduleAtFixedRate(load::ask, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        return load;
    }

    private void ask() {
        int number = sent.incrementAndGet();
        byte[] data = data(number);
        ServiceCall call = proxy.call(capability).as(shown).bytes(data);
        if (number % KEYED == 0) {
            call.header("Idempotency-Key", keys + number);
        }
        long began = System.nanoTime();
        open.incrementAndGet();
        call.sendAsync()
                .whenComplete(
                        (reply, failed) -> {
                            longestMillis.accumulateAndGet(
                                    (System.nanoTime() - began) / 1_000_000, Math::max);
                            outcomes.merge(outcome(data, reply, failed), 1, Integer::sum);
                            open.decrementAndGet();
                        });
    }

    private static byte[] data(int number) {
        byte[] data = Integer.toString(number).getBytes(StandardCharsets.US_ASCII);
        return number % LARGE == 0 ? Arrays.copyOf(data, LARGE_BYTES) : data;
    }

    private static String outcome(byte[] data, Reply reply, Throwable failed) {
        if (failed != null) {
            return failed.toString().contains("received no bytes") ? CLOSED : failed.toString();
        }
        if (reply.status() != 200) {
            String text = reply.text();
            return reply.status() + " " + text.substring(0, Math.min(200, text.length()));
        }
        return Arrays.equals(reply.bytes(), data) ? ANSWERED : "answered with other data";
    }

    int sent() {
        return sent.get();
    }

    long longestMillis() {
        return longestMillis.get();
    }

    /** How many requests ended in which way. */
    Map<String, Integer> outcomes() {
        return new TreeMap<>(outcomes);
    }

    /** Sends no more, and returns when each request has ended. */
    void finish() {
        close();
        await("all requests have ended").until(() -> open.get() == 0);
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
