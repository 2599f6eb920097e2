package io.hansa.bench.load;

import jakarta.json.Json;
import org.HdrHistogram.Histogram;

/**
 * What came of a run. A bad reply, a broken connection and a refused one each count as bad, and
 * have no latency.
 */
final class Tally {
    private static final long LONGEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1000;

    private final Histogram nanos = new Histogram(LONGEST_NANOS, DIGITS);
    private long bad;
    private String firstBad = "";
    private long took;

    void good(long latency) {
        nanos.recordValue(Math.min(latency, LONGEST_NANOS));
    }

    void bad(String reason) {
        if (bad++ == 0) {
            firstBad = reason;
        }
    }

    void took(long nanoseconds) {
        took = nanoseconds;
    }

    long good() {
        return nanos.getTotalCount();
    }

    long bad() {
        return bad;
    }

    /** One line of JSON; times in microseconds. */
    String line() {
        return Json.createObjectBuilder()
                .add("requests", nanos.getTotalCount())
                .add("tookMicros", took / NANOS_PER_MICRO)
                .add("p50Micros", nanos.getValueAtPercentile(50) / NANOS_PER_MICRO)
                .add("p99Micros", nanos.getValueAtPercentile(99) / NANOS_PER_MICRO)
                .add("bad", bad)
                .add("firstBad", firstBad)
                .build()
                .toString();
    }
}
