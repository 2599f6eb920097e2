package io.hansa.proxy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.series.Series.By;
import io.hansa.proxy.series.Series.Gauges;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.proxy.tracing.TraceRecord;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The series of two nodes, of which one tells the other. */
class SeriesOfNodesTest {
    private static final int PLENTY = 16_000;

    private final ManualClock clock = new ManualClock();
    private final Series here = new Series("shop-a");
    private final Series there = new Series("shop-a");
    private final SeriesOfNodes all = new SeriesOfNodes("here", here);
    private long skewMillis;

    @BeforeEach
    void begin() {
        tick();
    }

    @Test
    void everyFigureIsTold() {
        assertThat(LatestSamples.FIGURES).isEqualTo(Figure.values().length);
    }

    @Test
    void ratesAreTheSumOfTheNodes() {
        add(here, "trade.settle", 10, 1);
        add(there, "trade.settle", 20, 1);
        forward();
        tell();

        assertThat(latest("requests", "total", "(all)", null)).isEqualTo(6);
        assertThat(latest("requests", "capability", "trade.settle", null)).isEqualTo(6);
        assertThat(latest("inFlight", "total", "(all)", null)).isEqualTo(10);
    }

    @Test
    void durationsAndLoadAreOfTheWorstNode() {
        add(here, "trade.settle", 1, 5);
        add(there, "trade.settle", 1, 500);
        forward();
        tell();

        assertThat(latest("p99", "total", "(all)", null)).isBetween(500.0, 563.0);
        assertThat(latest("load", "total", "(all)", null)).isEqualTo(0.3);
    }

    @Test
    void oneNodeIsShownAlone() {
        add(here, "trade.settle", 10, 1);
        add(there, "price.quote", 20, 1);
        forward();
        tell();

        assertThat(latest("requests", "total", "(all)", "there")).isEqualTo(4);
        assertThat(latest("requests", "total", "(all)", "here")).isEqualTo(2);
        assertThat(all.keys(By.CAPABILITY, "there")).containsExactly("price.quote");
        assertThat(all.keys(By.CAPABILITY, "here")).containsExactly("trade.settle");
        assertThat(all.keys(By.CAPABILITY, null)).containsExactly("price.quote", "trade.settle");
    }

    @Test
    void aNodeThatIsNotKnownIsNotFound() {
        assertThatThrownBy(
                        () -> new SeriesJson(all, clock).show(null, null, null, null, "elsewhere"))
                .isInstanceOfSatisfying(
                        Failure.class,
                        failure -> assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    void theEndIsTheLastStepThatAllTold() {
        forward();
        tell();
        int told = values("requests", "total", "(all)", null).size();
        forward();

        assertThat(values("requests", "total", "(all)", null)).hasSize(told - 1);
        tell();
        assertThat(values("requests", "total", "(all)", null)).hasSize(told);
    }

    @Test
    void aSilentNodeIsWaitedForThreeSteps() {
        forward();
        tell();
        int told = values("requests", "total", "(all)", null).size();
        for (int step = 0; step < 3; step++) {
            forward();
        }
        assertThat(values("requests", "total", "(all)", null)).hasSize(told - 3);

        forward();

        assertThat(values("requests", "total", "(all)", null)).hasSize(told);
    }

    @Test
    void missedSummariesLeaveNoGap() {
        forward();
        tell();
        for (int step = 0; step < 3; step++) {
            add(there, "trade.settle", 5, 1);
            forward();
        }
        tell();

        JsonArray values = values("requests", "capability", "trade.settle", "there");
        assertThat(values.subList(values.size() - 3, values.size()))
                .allMatch(value -> ((JsonNumber) value).doubleValue() == 1);
    }

    @Test
    void samplesAreNotCountedTwice() {
        add(there, "trade.settle", 20, 1);
        forward();
        tell();
        tell();
        forward();
        tell();

        JsonArray values = values("requests", "total", "(all)", "there");
        assertThat(values.getJsonNumber(values.size() - 2).doubleValue()).isEqualTo(4);
        assertThat(values.getJsonNumber(values.size() - 1).doubleValue()).isZero();
    }

    @Test
    void aWrongClockMovesNoSamples() {
        skewMillis = Duration.ofMinutes(10).toMillis();
        tick();
        add(here, "trade.settle", 10, 1);
        add(there, "trade.settle", 20, 1);
        forward();
        tell();

        assertThat(latest("requests", "total", "(all)", null)).isEqualTo(6);
    }

    @Test
    void stepsOfFiveMinutesAreTold() {
        for (int step = 0; step < 60; step++) {
            add(there, "trade.settle", 5, 1);
            forward();
        }
        tell();

        JsonArray day =
                new SeriesJson(all, clock)
                        .show("requests", null, null, "300", "there")
                        .getJsonArray("series")
                        .getJsonObject(0)
                        .getJsonArray("values");
        assertThat(day.getJsonNumber(day.size() - 1).doubleValue()).isEqualTo(1);
    }

    @Test
    void theLeastBusyKeysAreJoinedWithinTheBound() {
        for (int i = 0; i < 60; i++) {
            add(there, "a capability with a long name " + i, i == 7 ? 50 : 5, 1);
        }
        forward();

        JsonObject told = told(there, 3000);

        assertThat(told.toString().getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(3000);
        JsonObject keys = told.getJsonObject("capability");
        assertThat(keys).containsKeys("a capability with a long name 7", Series.OTHER);
        all.heard("i", "there", told, clock.millis());
        assertThat(all.keys(By.CAPABILITY, "there")).hasSizeBetween(3, 59);
        double sum = 0;
        for (String key : all.keys(By.CAPABILITY, "there")) {
            sum += latest("requests", "capability", key, "there");
        }
        assertThat(sum).isCloseTo((59 * 5 + 50) / 5.0, within(0.01));
    }

    @Test
    void summariesOfOtherVersionsAreRefused() {
        JsonObject other =
                Json.createObjectBuilder(told(there, PLENTY))
                        .add("total", Json.createObjectBuilder().add("(all)", "1,2,3"))
                        .build();

        assertThatThrownBy(() -> all.heard("i", "there", other, clock.millis()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(
                        () -> all.heard("i", "there", JsonValue.EMPTY_JSON_OBJECT, clock.millis()))
                .isInstanceOf(RuntimeException.class);
        assertThat(all.keys(By.TOTAL, "there")).isEmpty();
    }

    @Test
    void samplesOfABoundedNumberOfNodesAreKept() {
        forward();
        for (int node = 0; node < 2 * SeriesOfNodes.MAX_NODES; node++) {
            all.heard("i" + node, "node-" + node, told(there, PLENTY), clock.millis());
        }

        assertThat(all.knows("node-" + (SeriesOfNodes.MAX_NODES - 1))).isTrue();
        assertThat(all.knows("node-" + SeriesOfNodes.MAX_NODES)).isFalse();
    }

    @Test
    void silentNodesMakeRoomForOthers() {
        forward();
        for (int node = 0; node < SeriesOfNodes.MAX_NODES; node++) {
            all.heard("i" + node, "node-" + node, told(there, PLENTY), clock.millis());
        }
        for (int step = 0; step < 5; step++) {
            forward();
        }

        all.heard("i-new", "new", told(there, PLENTY), clock.millis());

        assertThat(all.knows("new")).isTrue();
    }

    @Test
    void keysOfAnotherNodeAreBounded() {
        for (int round = 0; round < 3; round++) {
            Series another = new Series("shop-a");
            another.tick(clock.millis(), new Gauges(0, 0), Map.of());
            for (int i = 0; i < 60; i++) {
                add(another, "c" + round + "-" + i, 1, 1);
            }
            forward();
            another.tick(clock.millis(), new Gauges(0, 0), Map.of());
            all.heard("i", "there", told(another, PLENTY), clock.millis());
        }

        assertThat(all.keys(By.CAPABILITY, "there")).hasSize(65).contains(Series.OTHER);
        assertThat(latest("requests", "capability", Series.OTHER, "there")).isEqualTo(12);
    }

    private void forward() {
        clock.forward(Duration.ofSeconds(5));
        tick();
    }

    private void tick() {
        here.tick(clock.millis(), new Gauges(0.1, 7), Map.of());
        there.tick(clock.millis() + skewMillis, new Gauges(0.3, 3), Map.of());
    }

    private void tell() {
        all.heard("i", "there", told(there, PLENTY), clock.millis());
    }

    private JsonObject told(Series series, int maxBytes) {
        return new SeriesOfNodes("there", series).told(clock.millis() + skewMillis, maxBytes);
    }

    private double latest(String name, String by, String key, String node) {
        JsonArray values = values(name, by, key, node);
        return values.getJsonNumber(values.size() - 1).doubleValue();
    }

    private JsonArray values(String name, String by, String key, String node) {
        return new SeriesJson(all, clock)
                        .show(name, by, null, null, node)
                        .getJsonArray("series")
                        .getValuesAs(JsonObject.class)
                        .stream()
                        .filter(one -> one.getString("key").equals(key))
                        .findFirst()
                        .orElseThrow()
                        .getJsonArray("values");
    }

    private void add(Series series, String capability, int requests, int millis) {
        for (int i = 0; i < requests; i++) {
            series.add(
                    new TraceRecord(
                            TraceContext.continuing(null),
                            "shop-a",
                            "a",
                            capability,
                            "account:shop",
                            clock.instant(),
                            TimeUnit.MILLISECONDS.toNanos(millis),
                            200,
                            null,
                            null,
                            List.of(),
                            null,
                            0,
                            0,
                            List.of()));
        }
    }
}
