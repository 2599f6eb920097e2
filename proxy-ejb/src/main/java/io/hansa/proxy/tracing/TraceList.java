package io.hansa.proxy.tracing;

import io.hansa.proxy.listing.ListRequest;
import io.hansa.proxy.listing.Page;
import io.hansa.proxy.listing.Position;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The requests that this node remembers, in pages, by the time of their start. */
@Dependent
public class TraceList {
    private static final String NEWEST_FIRST = "-startedAt";
    private static final String OLDEST_FIRST = "startedAt";
    private static final Comparator<TraceRecord> BY_TIME =
            Comparator.comparing(TraceRecord::startedAt)
                    .thenComparing(record -> record.context().spanId());

    private final Traces traces;

    @Inject
    TraceList(Traces traces) {
        this.traces = traces;
    }

    /**
     * @param parameters of the query; the names were checked before
     * @throws io.hansa.proxy.failure.Failure REQUEST_INVALID
     */
    public Page<TraceRecord> page(Map<String, String> parameters) {
        ListRequest request = ListRequest.parse(parameters, List.of(NEWEST_FIRST, OLDEST_FIRST));
        boolean ascending = OLDEST_FIRST.equals(request.sort());
        List<TraceRecord> found =
                traces.records()
                        .filter(TraceFilter.of(request))
                        .sorted(ascending ? BY_TIME : BY_TIME.reversed())
                        .toList();
        List<TraceRecord> rest =
                found.stream()
                        .filter(record -> isBehind(record, request.after(), ascending))
                        .limit(request.limit() + 1L)
                        .toList();
        boolean more = rest.size() > request.limit();
        List<TraceRecord> page = more ? rest.subList(0, request.limit()) : rest;
        return new Page<>(page, found.size(), more ? next(page, request.sort()) : null);
    }

    private static boolean isBehind(TraceRecord record, Position after, boolean ascending) {
        if (after == null) {
            return true;
        }
        int order = record.startedAt().compareTo(after.time());
        if (order == 0) {
            order = record.context().spanId().compareTo(after.key());
        }
        return ascending ? order > 0 : order < 0;
    }

    private static String next(List<TraceRecord> page, String sort) {
        TraceRecord last = page.get(page.size() - 1);
        return new Position(sort, last.startedAt().toString(), last.context().spanId()).text();
    }
}
