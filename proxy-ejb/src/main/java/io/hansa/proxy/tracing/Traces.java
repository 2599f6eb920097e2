package io.hansa.proxy.tracing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hansa.proxy.configuration.TraceLimits;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The latest traces of this node, kept in memory and bounded in number. Failures are kept, and a share of the rest that is
 * picked by the trace's id, so that proxies with the same share keep the same traces. Safe for many threads.
 */
public final class Traces {
    private static final int RECORDS_PER_TRACE = 64;

    /** The trace id's last digits, which are random, whoever made it up. (W3C Trace Context, level 2) */
    private static final int RANDOM_DIGITS = 6;

    private static final double ALL = Math.pow(16, RANDOM_DIGITS);

    private final double share;
    private final Cache<String, List<TraceRecord>> byTraceId;

    public Traces(TraceLimits limits) {
        share = limits.share();
        // On the thread that adds: handing the upkeep to another one costs more than it does.
        byTraceId =
                Caffeine.newBuilder().maximumSize(limits.most()).executor(Runnable::run).build();
    }

    public void add(TraceRecord record) {
        if (record.code() == null && !picked(record.context().traceId())) {
            return;
        }
        byTraceId.asMap().merge(record.context().traceId(), List.of(record), Traces::joined);
    }

    /** What this node did within the trace, in order of time; empty where it knows nothing of it. */
    public List<TraceRecord> of(String traceId) {
        List<TraceRecord> records = byTraceId.getIfPresent(traceId);
        return records == null ? List.of() : records;
    }

    /** The newest records, newest first. */
    public List<TraceRecord> latest(int most) {
        return byTraceId.asMap().values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(TraceRecord::startedAt).reversed())
                .limit(most)
                .toList();
    }

    private boolean picked(String traceId) {
        int digits = traceId.length();
        return share >= 1
                || Integer.parseInt(traceId, digits - RANDOM_DIGITS, digits, 16) < share * ALL;
    }

    private static List<TraceRecord> joined(List<TraceRecord> some, List<TraceRecord> more) {
        if (some.size() >= RECORDS_PER_TRACE) {
            return some;
        }
        List<TraceRecord> all = new ArrayList<>(some);
        all.addAll(more);
        all.sort(Comparator.comparing(TraceRecord::startedAt));
        return List.copyOf(all);
    }
}
