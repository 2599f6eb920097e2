package io.hansa.proxy.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    private final Timeline timeline = new Timeline();

    @Test
    void stepsAreOrderedByTheirBeginning() {
        int outer = timeline.begin();
        long outerBegan = System.nanoTime();
        int inner = timeline.begin();
        timeline.end(inner, "send", "price.quote", 1, System.nanoTime());
        timeline.end(outer, "follow assistance", "trade.settle", 0, outerBegan);

        assertThat(timeline.entries())
                .extracting(Timeline.Entry::step)
                .containsExactly("follow assistance", "send");
        assertThat(timeline.entries()).extracting(Timeline.Entry::depth).containsExactly(0, 1);
    }

    @Test
    void stepShowsItsOwnDetailsOnly() {
        step("route", null);
        step("send", "server trade-1");
        step("follow assistance", null);

        assertThat(timeline.entries())
                .extracting(Timeline.Entry::note)
                .containsExactly(null, "server trade-1", null);
    }

    @Test
    void timesAreWithinTheRequest() {
        step("send", null);

        Timeline.Entry entry = timeline.entries().get(0);
        assertThat(entry.offsetNanos()).isNotNegative();
        assertThat(entry.nanos()).isNotNegative();
        assertThat(entry.offsetNanos() + entry.nanos())
                .isLessThanOrEqualTo(timeline.elapsedNanos());
    }

    private void step(String name, String note) {
        int place = timeline.begin();
        long began = System.nanoTime();
        timeline.note(note);
        timeline.end(place, name, "trade.settle", 0, began);
    }
}
