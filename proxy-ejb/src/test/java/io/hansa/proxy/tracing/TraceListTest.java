package io.hansa.proxy.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.configuration.TraceLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.listing.Page;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceListTest {
    private final Traces traces = new Traces(new TraceLimits(100, 1));
    private final TraceList list = new TraceList(traces);

    @Test
    void theNewestComeFirstUnlessAskedOtherwise() {
        TraceRecord first = settledAfter(1);
        TraceRecord second = settledAfter(2);

        assertThat(page(Map.of()).items()).containsExactly(second, first);
        assertThat(page(Map.of("sort", "startedAt")).items()).containsExactly(first, second);
    }

    @Test
    void pagesNeitherRepeatNorSkipWhileRequestsCome() {
        List<TraceRecord> before = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            before.add(settledAfter(i / 2));
        }
        List<TraceRecord> seen = new ArrayList<>();
        Map<String, String> query = new HashMap<>(Map.of("limit", "3"));
        for (int pages = 0; pages < 10; pages++) {
            Page<TraceRecord> page = page(query);
            seen.addAll(page.items());
            settledAfter(100 + pages);
            if (page.next() == null) {
                break;
            }
            query.put("after", page.next());
        }

        assertThat(seen).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void theTotalCountsAllPages() {
        for (int i = 0; i < 5; i++) {
            settledAfter(i);
        }

        Page<TraceRecord> page = page(Map.of("limit", "2"));

        assertThat(page.items()).hasSize(2);
        assertThat(page.total()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "account, shop, trade.settle",
        "account, peer:shop-b for shop, stock.move",
        "capability, stock.move, stock.move",
        "code, server-fault, stock.move",
        "outcome, FAILED, stock.move",
        "outcome, DONE, trade.settle",
        "since, 2026-01-01T12:00:01Z, trade.settle",
        "until, 2026-01-01T12:00:01Z, stock.move",
        "q, SETTLE, trade.settle"
    })
    void aFilterKeepsWhatItNames(String name, String value, String capability) {
        settledAfter(1000);
        traces.add(TraceSamples.failed("peer:shop-b for shop", "stock.move", 502, "server-fault"));

        assertThat(page(Map.of(name, value)).items())
                .extracting(TraceRecord::capability)
                .containsExactly(capability);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 0"})
    void requestsThatTookLongAreFound(String minMillis, int found) {
        settledAfter(1);

        assertThat(page(Map.of("minMillis", minMillis)).items()).hasSize(found);
    }

    @ParameterizedTest
    @CsvSource({
        "minMillis, -1",
        "minMillis, 99999999999",
        "since, yesterday",
        "outcome, GOOD",
        "limit, 0",
        "after, elsewhere",
        "sort, caller"
    })
    void aValueThatIsNoneIsNamed(String name, String value) {
        assertThatThrownBy(() -> page(Map.of(name, value)))
                .isInstanceOf(Failure.class)
                .hasMessageContaining(name);
    }

    private Page<TraceRecord> page(Map<String, String> query) {
        return list.page(query);
    }

    private TraceRecord settledAfter(int millis) {
        TraceRecord record =
                TraceSamples.settled(
                        TraceContext.continuing(null), TraceSamples.NOON.plusMillis(millis));
        traces.add(record);
        return record;
    }
}
