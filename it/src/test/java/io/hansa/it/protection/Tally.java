package io.hansa.it.protection;

import io.hansa.it.system.Reply;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What came of a number of requests. Safe for many threads. */
final class Tally {
    private static final int OK = 200;

    private final ConcurrentHashMap<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> micros = new ConcurrentLinkedQueue<>();

    /**
     * @param reply null where there was none
     */
    void count(Reply reply, long nanos) {
        String outcome = "no reply";
        if (reply != null && reply.status() == OK) {
            outcome = "ok";
            micros.add(nanos / 1000);
        } else if (reply != null) {
            outcome = reply.json().getString("code");
        }
        outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
    }

    void notAsked() {
        outcomes.computeIfAbsent("not asked", o -> new LongAdder()).increment();
    }

    long answered() {
        return count("ok");
    }

    long count(String outcome) {
        LongAdder times = outcomes.get(outcome);
        return times == null ? 0 : times.sum();
    }

    long all() {
        return outcomes.values().stream().mapToLong(LongAdder::sum).sum();
    }

    double share() {
        return answered() / (double) Math.max(1, all());
    }

    /** In milliseconds, of those answered; {@code part} such as 0.99. */
    double quantile(double part) {
        long[] sorted = micros.stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1, sorted.length * part)] / 1000.0;
    }

    @Override
    public String toString() {
        Map<String, Long> sums = new TreeMap<>();
        outcomes.forEach((outcome, count) -> sums.put(outcome, count.sum()));
        return "%s, p50 %.1f ms, p99 %.1f ms".formatted(sums, quantile(0.5), quantile(0.99));
    }
}
