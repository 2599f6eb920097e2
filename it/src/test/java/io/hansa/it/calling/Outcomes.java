package io.hansa.it.calling;

import io.hansa.api.Effect;
import io.hansa.client.HansaException;
import io.hansa.client.HansaReply;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What became of the calls of one phase. For many threads. */
final class Outcomes {
    private final Map<String, LongAdder> byProxy = new ConcurrentHashMap<>();
    private final LongAdder unknown = new LongAdder();
    private final LongAdder sentAgain = new LongAdder();
    private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

    void answered(HansaReply<String> reply) {
        byProxy.computeIfAbsent(reply.path().get(0), id -> new LongAdder()).increment();
        if (reply.attempts() > 1) {
            sentAgain.increment();
        }
    }

    /** A ONCE call that was in flight may end UNKNOWN; every other failure could be answered. */
    void failed(boolean once, HansaException failure) {
        if (once && failure.effect() == Effect.UNKNOWN) {
            unknown.increment();
        } else {
            failures.add(failure.getMessage());
        }
    }

    /** Calls that failed although a proxy could have answered them. */
    List<String> failures() {
        return List.copyOf(failures);
    }

    long unknown() {
        return unknown.sum();
    }

    long answered() {
        return byProxy.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** The part of the replies that came from the proxy. */
    double share(String proxy) {
        LongAdder own = byProxy.get(proxy);
        return own == null ? 0 : own.sum() / (double) answered();
    }

    @Override
    public String toString() {
        return "answered %d (by proxy %s), sent again %d, UNKNOWN %d, failed %d"
                .formatted(
                        answered(),
                        new TreeMap<>(byProxy),
                        sentAgain.sum(),
                        unknown(),
                        failures.size());
    }
}
