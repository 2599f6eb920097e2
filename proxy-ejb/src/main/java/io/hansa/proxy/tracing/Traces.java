package io.hansa.proxy.tracing;

import io.hansa.proxy.configuration.TraceLimits;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The latest records of this node, kept in memory and bounded in number: each takes the place of
 * the oldest. Failures are kept, and a share of the rest that is picked by the trace's id, so that
 * proxies with the same share keep the same traces. Safe for many threads; adding does not wait; a
 * query goes through all that are kept.
 */
public final class Traces {
    private static final int RECORDS_PER_TRACE = 64;

    /** The trace id's last digits, which are random. (W3C Trace Context, level 2) */
    private static final int RANDOM_DIGITS = 6;

    private static final double ALL = Math.pow(16, RANDOM_DIGITS);

    private final double share;
    private final AtomicReferenceArray<TraceRecord> kept;
    private final AtomicLong added = new AtomicLong();

    public Traces(TraceLimits limits) {
        share = limits.share();
        kept = new AtomicReferenceArray<>(limits.max());
    }

    public void add(TraceRecord record) {
        if (record.code() != null || picked(record.context().traceId())) {
            kept.set((int) (added.getAndIncrement() % kept.length()), record);
        }
    }

    /**
     * What this node did within the trace, in order of time; empty where it knows nothing of it.
     */
    public List<TraceRecord> of(String traceId) {
        return records()
                .filter(record -> record.context().traceId().equals(traceId))
                .sorted(Comparator.comparing(TraceRecord::startedAt))
                .limit(RECORDS_PER_TRACE)
                .toList();
    }

    /** All that are kept, in any order. */
    Stream<TraceRecord> records() {
        int filled = (int) Math.min(added.get(), kept.length());
        return IntStream.range(0, filled).mapToObj(kept::get).filter(record -> record != null);
    }

    private boolean picked(String traceId) {
        int digits = traceId.length();
        return share >= 1
                || Integer.parseInt(traceId, digits - RANDOM_DIGITS, digits, 16) < share * ALL;
    }
}
