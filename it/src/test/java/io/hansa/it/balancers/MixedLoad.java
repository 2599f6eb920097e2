package io.hansa.it.balancers;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RawCaller;
import io.hansa.it.system.Reply;
import io.hansa.it.system.ServiceCall;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Callers that send so many requests a second, whatever becomes of them: small ones, such with an
 * idempotency key, some of 3 MiB, some with a wrong password, and some who leave before the reply.
 * Each request has a number of its own as its business data.
 */
final class MixedLoad implements AutoCloseable {
    /** Each request's own time limit. */
    static final int LIMIT_MILLIS = 3000;

    private static final int LARGE_BYTES = 3 << 20;

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2);
    private final String keys = "mixed-" + System.nanoTime() + "-";
    private final Queue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger number = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final ProxySystem proxy;
    private final BusinessServers servers;
    private volatile Credentials shown;
    private volatile Tally tally = new Tally();

    /** What a request of the load is. */
    enum Kind {
        SMALL,
        KEYED,
        KEYED_ONCE,
        LARGE,
        WRONG_PASSWORD,
        LEAVES;

        /** Of fifty in a row. */
        static Kind of(int number) {
            int place = number % 50;
            return switch (place) {
                case 7 -> LARGE;
                case 13, 38 -> WRONG_PASSWORD;
                case 23, 48 -> LEAVES;
                default -> place % 10 == 0 ? KEYED : place % 10 == 5 ? KEYED_ONCE : SMALL;
            };
        }

        boolean keyed() {
            return this == KEYED || this == KEYED_ONCE;
        }
    }

    /**
     * A request and what became of it.
     *
     * @param key null: none
     */
    record Sent(String data, Kind kind, String key, Outcome outcome) {}

    private MixedLoad(ProxySystem proxy, BusinessServers servers, Credentials shown) {
        this.proxy = proxy;
        this.servers = servers;
        this.shown = shown;
    }

    static MixedLoad of(
            int perSecond, ProxySystem proxy, BusinessServers servers, Credentials shown) {
        MixedLoad load = new MixedLoad(proxy, servers, shown);
        load.clock.scheduleAtFixedRate(load::ask, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
        return load;
    }

    /** From now on the callers show these. */
    void show(Credentials credentials) {
        shown = credentials;
    }

    private void ask() {
        int its = number.incrementAndGet();
        Kind kind = Kind.of(its);
        String data = keys + its;
        if (kind == Kind.LEAVES) {
            clock.execute(() -> leave(data));
            return;
        }
        String key = kind.keyed() ? data : null;
        Tally phase = tally;
        long began = System.nanoTime();
        open.incrementAndGet();
        call(data, kind, key)
                .sendAsync()
                .whenComplete(
                        (reply, failed) -> {
                            long millis = (System.nanoTime() - began) / 1_000_000;
                            Outcome outcome = Outcome.of(bytes(data, kind), kind, reply, failed);
                            phase.add(kind, outcome, millis);
                            sent.add(new Sent(data, kind, key, outcome));
                            open.decrementAndGet();
                        });
    }

    private ServiceCall call(String data, Kind kind, String key) {
        ServiceCall call =
                proxy.call(servers.capability(kind))
                        .as(
                                kind == Kind.WRONG_PASSWORD
                                        ? Credentials.basic("nobody", "wrong")
                                        : shown)
                        .withinMillis(LIMIT_MILLIS)
                        .bytes(bytes(data, kind));
        return key == null ? call : call.header("Idempotency-Key", key);
    }

    /** The data, and zeros behind it where it is to be large. */
    private static byte[] bytes(String data, Kind kind) {
        byte[] text = BusinessServers.bytes(data);
        return kind == Kind.LARGE ? Arrays.copyOf(text, LARGE_BYTES) : text;
    }

    /** Sends a request whole and is gone. */
    private void leave(String data) {
        try (RawCaller caller = new RawCaller(proxy)) {
            caller.send(
                            "POST /api/v1/services/%s HTTP/1.1\r\nHost: hansa\r\nAuthorization: %s\r\nContent-Type: application/octet-stream\r\nContent-Length: %d\r\n\r\n%s"
                                    .formatted(
                                            servers.capability(Kind.LEAVES),
                                            shown.header(),
                                            data.length(),
                                            data))
                    .reset();
        } catch (IOException gone) {
            tally.left();
            return;
        }
        tally.left();
        sent.add(new Sent(data, Kind.LEAVES, null, Outcome.LEFT));
    }

    /**
     * From now on requests are counted by themselves; those in flight belong to the phase before.
     */
    Tally next() {
        Tally now = new Tally();
        tally = now;
        return now;
    }

    /** Waits until that many requests more were answered. */
    void awaitAnswers(int requests) {
        Tally now = next();
        await("requests are answered")
                .atMost(Duration.ofMinutes(2))
                .until(() -> now.answered() >= requests);
    }

    /** Sends no more, and returns all that was sent when each request has ended. */
    List<Sent> finish() {
        close();
        await("all requests have ended")
                .atMost(Duration.ofSeconds(40))
                .until(() -> clock.isTerminated() && open.get() == 0);
        return List.copyOf(sent);
    }

    /** The same request once more, with the same key. */
    Reply again(Sent request) throws IOException {
        return call(request.data(), request.kind(), request.key()).send();
    }

    @Override
    public void close() {
        clock.shutdown();
    }
}
