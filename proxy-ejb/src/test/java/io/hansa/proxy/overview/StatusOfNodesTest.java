package io.hansa.proxy.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.hansa.proxy.document.JsonText;
import io.hansa.proxy.load.NodeSummaries;
import io.hansa.proxy.load.NodeSummary;
import io.hansa.proxy.overview.Finding.Severity;
import io.hansa.proxy.series.Series;
import io.hansa.proxy.series.Series.Gauges;
import io.hansa.proxy.series.SeriesJson;
import io.hansa.proxy.series.SeriesOfNodes;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.proxy.tracing.TraceRecord;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What one node tells and another takes. */
class StatusOfNodesTest {
    private static final NodeStatus WELL = status(3, 10);
    private static final Gauges GAUGES = new Gauges(0.1, 1);

    private final ManualClock clock = new ManualClock();
    private final Series series = new Series("shop-a");
    private NodeStatus there = WELL;
    private long nanos;
    private final StatusOfNodes teller =
            new StatusOfNodes(() -> there, new SeriesOfNodes("there", series), clock, () -> nanos);
    private final StatusOfNodes taker =
            new StatusOfNodes(
                    () -> WELL,
                    new SeriesOfNodes("here", new Series("shop-a")),
                    clock,
                    () -> nanos);

    @Test
    void theStatusArrivesAsItWasTold() {
        taker.heard(List.of(summary(teller.here(), 0)));

        assertThat(taker.others()).containsExactly(new ToldStatus("there", 0, true, WELL));
        assertThat(taker.factsOf("there")).contains(WELL.facts());
        assertThat(taker.factsOf("here")).isEmpty();
    }

    @Test
    void aSummaryIsSilentAfterFifteenSeconds() {
        taker.heard(List.of(summary(teller.here(), 9_000)));
        assertThat(taker.others().get(0).counted()).isTrue();

        nanos += Duration.ofSeconds(6).toNanos();

        assertThat(taker.others().get(0).counted()).isFalse();
        assertThat(taker.others().get(0).ageMillis()).isEqualTo(15_000);
    }

    @Test
    void onlyTheWorstFindingsAreTold() {
        there = status(40, 10);

        taker.heard(List.of(summary(teller.here(), 0)));

        NodeStatus told = taker.others().get(0).status();
        assertThat(told.findings()).hasSize(20);
        assertThat(told.findings().get(0).severity()).isEqualTo(Severity.ERROR);
        assertThat(told.moreFindings()).isTrue();
    }

    @Test
    void theLongestSummaryStaysWithinItsBound() {
        there = status(40, 3_000);
        Map<String, Gauges> servers = new HashMap<>();
        IntStream.range(0, 200)
                .forEach(i -> servers.put("s-" + i + "值".repeat(100), new Gauges(0.123, 7)));
        for (int step = 0; step < 65; step++) {
            series.tick(clock.millis(), new Gauges(0.1, 7), servers);
            clock.forward(Duration.ofSeconds(5));
        }

        String text = teller.here();

        assertThat(text.getBytes(StandardCharsets.UTF_8))
                .hasSizeBetween(NodeSummaries.MAX_BYTES / 2, NodeSummaries.MAX_BYTES);
        taker.heard(List.of(summary(text, 0)));
        assertThat(taker.others().get(0).status().findings()).hasSizeBetween(1, 19);
    }

    @Test
    void twentyBusyKeysTakeAFewKilobytes() {
        Map<String, Gauges> servers = new HashMap<>();
        IntStream.range(0, 10).forEach(i -> servers.put("trade-" + i, new Gauges(0.123, 7)));
        for (int step = 0; step < 4; step++) {
            series.tick(clock.millis(), GAUGES, servers);
            IntStream.range(0, 6_000).forEach(this::request);
            clock.forward(Duration.ofSeconds(5));
        }
        series.tick(clock.millis(), GAUGES, servers);

        int bytes = teller.here().getBytes(StandardCharsets.UTF_8).length;

        assertThat(bytes).isBetween(1_500, 4_000);
    }

    private void request(int number) {
        series.add(
                new TraceRecord(
                        TraceContext.continuing(null),
                        "shop-a",
                        "a",
                        "trade.kind-" + number % 10,
                        "account:shop",
                        clock.instant(),
                        TimeUnit.MICROSECONDS.toNanos(900 + number),
                        number % 100 == 0 ? 503 : 200,
                        null,
                        null,
                        List.of(),
                        "shop-a/trade-" + number % 10,
                        0,
                        0,
                        List.of()));
    }

    @Test
    void whatIsNotUnderstoodIsLeftOut() {
        NodeSummary good = summary(teller.here(), 0);
        NodeSummary other = new NodeSummary("i-2", "other", JsonText.object("{}"), 0);
        NodeSummary wrong =
                new NodeSummary(
                        "i-3", "wrong", JsonText.object("{\"version\":[],\"series\":7}"), 0);

        taker.heard(List.of(other, wrong, good));

        assertThat(taker.others()).extracting(ToldStatus::node).containsExactly("there");
    }

    @Test
    void theSeriesOfTheOtherNodeAreTaken() {
        Series here = new Series("shop-a");
        SeriesOfNodes all = new SeriesOfNodes("here", here);
        StatusOfNodes other = new StatusOfNodes(() -> WELL, all, clock, () -> nanos);
        series.tick(clock.millis(), new Gauges(0.1, 7), Map.of("trade-1", GAUGES));

        series.tick(clock.millis() + 5_000, new Gauges(0.1, 7), Map.of("trade-1", GAUGES));
        clock.forward(Duration.ofSeconds(5));
        here.tick(clock.millis(), GAUGES, Map.of());

        other.heard(List.of(summary(teller.here(), 0)));

        JsonObject shown =
                new SeriesJson(all, clock).show("inFlight", "server", null, null, "there");
        assertThat(shown.getJsonArray("series").getJsonObject(0).getString("key"))
                .isEqualTo("trade-1");
        assertThat(shown.toString()).contains("1.0");
    }

    private static NodeSummary summary(String text, long ageMillis) {
        return new NodeSummary("i", "there", JsonText.object(text), ageMillis);
    }

    private static NodeStatus status(int findings, int textLength) {
        List<Finding> found =
                IntStream.range(0, findings)
                        .mapToObj(
                                i ->
                                        new Finding(
                                                i == 30 || i == 0
                                                        ? Severity.ERROR
                                                        : Severity.WARNING,
                                                "server-down",
                                                "x".repeat(textLength),
                                                "Look.",
                                                i == 1 ? null : Instant.EPOCH,
                                                "servers/" + i))
                        .toList();
        return new NodeStatus(
                new NodeFacts("1.0", Instant.EPOCH, 7, Duration.ofMinutes(-10)),
                found,
                false,
                new TrafficFigures(12.5, 0.1, 3, 20),
                List.of("server:trade-1"),
                List.of(new CertificateEnd("hansa.extranet.keystore", Instant.EPOCH, 3)));
    }
}
