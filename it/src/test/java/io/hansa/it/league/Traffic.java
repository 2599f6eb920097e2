package io.hansa.it.league;

import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Callers who ask again as soon as they are answered, until they are stopped or one of them fails.
 */
final class Traffic implements AutoCloseable {
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(40);

    private final ExecutorService threads;
    private final List<Future<Integer>> callers = new ArrayList<>();
    private volatile boolean stopped;

    private Traffic(int callers) {
        threads = Executors.newFixedThreadPool(callers);
    }

    static Traffic to(ProxySystem proxy, String capability, int callers) {
        Traffic traffic = new Traffic(callers);
        for (int caller = 0; caller < callers; caller++) {
            traffic.callers.add(traffic.threads.submit(traffic.caller(proxy, capability, caller)));
        }
        return traffic;
    }

    /**
     * Lets every caller finish.
     *
     * @return how many requests were answered
     * @throws java.util.concurrent.ExecutionException where one was not answered with its own data
     */
    int stop() throws Exception {
        stopped = true;
        int answered = 0;
        for (Future<Integer> caller : callers) {
            answered += caller.get(30, TimeUnit.SECONDS);
        }
        return answered;
    }

    private Callable<Integer> caller(ProxySystem proxy, String capability, int caller) {
        return () -> {
            long began = System.nanoTime();
            int answered = 0;
            while (!stopped && System.nanoTime() - began < LONGEST_NANOS) {
                ask(proxy, capability, caller + ":" + answered);
                answered++;
            }
            return answered;
        };
    }

    private static void ask(ProxySystem proxy, String capability, String data) throws IOException {
        Reply reply = proxy.call(capability).text(data).send().ok();
        if (!reply.text().equals(data)) {
            throw new AssertionError("Asked with " + data + ", answered with " + reply.text());
        }
    }

    @Override
    public void close() {
        stopped = true;
        threads.shutdown();
    }
}
