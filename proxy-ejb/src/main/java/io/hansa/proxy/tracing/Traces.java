package io.hansa.proxy.tracing;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The latest traces of this node, kept in memory and bounded in number; safe for many threads. */
public final class Traces {
    private static final int RECORDS_PER_TRACE = 64;

    private final Cache<String, List<TraceRecord>> byTraceId;

    public Traces(int most) {
        byTraceId = Caffeine.newBuilder().maximumSize(most).build();
    }

    public void add(TraceRecord record) {
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
