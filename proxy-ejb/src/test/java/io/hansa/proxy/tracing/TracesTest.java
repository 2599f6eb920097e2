package io.hansa.proxy.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.configuration.TraceLimits;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TracesTest {
    private final Traces traces = new Traces(new TraceLimits(10, 1));

    @Test
    void recordsOfOneTraceAreOrderedByTime() {
        TraceContext context = TraceContext.continuing(null);
        TraceRecord second = TraceSamples.settled(context, TraceSamples.NOON.plusMillis(5));
        TraceRecord first = TraceSamples.settled(context, TraceSamples.NOON);
        traces.add(second);
        traces.add(first);
        traces.add(TraceSamples.settled());

        assertThat(traces.of(context.traceId())).containsExactly(first, second);
    }

    @Test
    void shareOfSuccessfulTracesIsKept() {
        Traces some = new Traces(new TraceLimits(10_000, 0.1));
        IntStream.range(0, 10_000).forEach(i -> some.add(TraceSamples.settled()));

        assertThat(some.records()).hasSizeBetween(800, 1200);
    }

    @Test
    void proxiesWithSameShareKeepSameTraces() {
        Traces one = new Traces(new TraceLimits(100, 0.5));
        Traces other = new Traces(new TraceLimits(100, 0.5));
        for (int i = 0; i < 50; i++) {
            TraceRecord record = TraceSamples.settled();
            one.add(record);
            other.add(record);
        }

        assertThat(one.records())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(other.records().toList());
    }

    @Test
    void anUnknownTraceIsEmpty() {
        assertThat(traces.of("nothing")).isEmpty();
    }

    @Test
    void theOldestGiveWayToTheNewest() {
        List<TraceRecord> records =
                IntStream.range(0, 25)
                        .mapToObj(
                                i ->
                                        TraceSamples.settled(
                                                TraceContext.continuing(null),
                                                TraceSamples.NOON.plusMillis(i)))
                        .toList();
        records.forEach(traces::add);

        assertThat(traces.records()).containsExactlyInAnyOrderElementsOf(records.subList(15, 25));
        assertThat(traces.of(records.get(14).context().traceId())).isEmpty();
    }

    @Test
    void recordsOfOneTraceAreBounded() {
        Traces many = new Traces(new TraceLimits(500, 1));
        TraceContext context = TraceContext.continuing(null);
        IntStream.range(0, 500)
                .forEach(i -> many.add(TraceSamples.settled(context, TraceSamples.NOON)));

        assertThat(many.of(context.traceId())).hasSize(64);
    }
}
