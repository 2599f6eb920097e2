package io.hansa.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class FlatReportTest {
    private static final Sample BEFORE = sample(1000, 0, 0.10);
    private static final Sample AFTER = sample(1000, 0, 0.06);
    private static final Sample ITS = sample(500, 0, 0.08);

    @Test
    void caseIsComparedWithItsNeighbours() {
        Beside round = new Beside(BEFORE, ITS, AFTER);

        assertThat(round.cpu()).isCloseTo(2.0, within(1e-9));
        assertThat(round.throughput()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void badRepliesOfEveryPartAreSeen() {
        FlatReport report =
                new FlatReport(
                        List.of(BEFORE, sample(1, 1, 0.1)),
                        List.of(
                                new FlatFigures(
                                        "512 connections",
                                        List.of(new Beside(BEFORE, sample(1, 2, 0.1), AFTER)))),
                        List.of(
                                new LargeFigures(
                                        4,
                                        1,
                                        2,
                                        4,
                                        "500",
                                        new LargeFigures.Peak(96, 300, 700),
                                        sample(9, 1, 0.1))),
                        SlowFigures.NONE.and(new SlowFigures(999, 1, "HTTP/1.1 503", 50, 51)));

        assertThat(report.bad()).isEqualTo(9);
        assertThat(report.table()).contains("512 connections", "999 were still held");
        assertThat(report.json().getInt("slowCallersHeld")).isEqualTo(999);
        assertThat(report.json().getJsonArray("largeBodies").getJsonObject(0).getInt("refused"))
                .isEqualTo(2);
    }

    @Test
    void slowCallerWithReplyIsBad() {
        FlatReport report =
                new FlatReport(
                        List.of(BEFORE),
                        List.of(),
                        List.of(),
                        SlowFigures.NONE.and(new SlowFigures(999, 1, "HTTP/1.1 503", 50, 51)));

        assertThat(report.bad()).isEqualTo(1);
        assertThat(report.firstBad()).contains("slow caller", "HTTP/1.1 503");
    }

    @Test
    void missingFigureIsNullInJson() {
        LargeFigures.Peak unknown = new LargeFigures.Peak(Double.NaN, Double.NaN, Double.NaN);
        FlatReport report =
                new FlatReport(
                        List.of(BEFORE),
                        List.of(),
                        List.of(new LargeFigures(4, 0, 0, 1, "500", unknown, BEFORE)),
                        SlowFigures.NONE);

        assertThat(report.json().getJsonArray("largeBodies").getJsonObject(0).isNull("dataMib"))
                .isTrue();
    }

    @Test
    void roundIsSpoiltByOtherLoad() {
        Sample spoilt = BEFORE.spoilt("a change was not made");

        assertThat(spoilt.bad()).isEqualTo(1);
        assertThat(spoilt.firstBad()).isEqualTo("a change was not made");
        assertThat(spoilt.requests()).isEqualTo(BEFORE.requests());
    }

    @Test
    void metricsAreSummedOverTheirLabels() {
        Metrics metrics =
                Metrics.parse(
                        """
                        # HELP jvm_memory_used_bytes used
                        jvm_memory_used_bytes{area="heap",id="a"} 1048576.0
                        jvm_memory_used_bytes{area="heap",id="b"} 2097152.0
                        jvm_memory_used_bytes{area="nonheap",id="c"} 1048576.0
                        jvm_memory_used_bytes{area="heap",id="d"} NaN
                        hansa_callers_data_bytes 524288.0
                        hansa_longest_bytes +Inf
                        """);

        assertThat(metrics.mib("jvm_memory_used_bytes.heap")).isEqualTo(3);
        assertThat(metrics.mib("hansa_callers_data_bytes")).isEqualTo(0.5);
        assertThat(metrics.mib("hansa_longest_bytes")).isNaN();
        assertThat(metrics.mib("of_another_version")).isNaN();
    }

    private static Sample sample(long requests, long bad, double cpuSeconds) {
        return new Sample(requests, 1, 10, 20, bad, "", cpuSeconds);
    }
}
