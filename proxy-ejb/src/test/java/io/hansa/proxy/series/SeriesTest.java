package io.hansa.proxy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.series.Series.By;
import io.hansa.proxy.series.Series.Gauges;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.proxy.tracing.TraceRecord;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SeriesTest {
    private final ManualClock clock = new ManualClock();
    private final Series series = new Series("shop-a");
    private final SeriesJson json = new SeriesJson(new SeriesOfNodes("a", series), clock);

    @BeforeEach
    void begin() {
        tick(Map.of());
    }

    @Test
    void requestsAndErrorsAreOfASecond() {
        for (int i = 0; i < 10; i++) {
            series.add(record("trade.settle", "shop-a/trade-1", 1, i == 0 ? 503 : 200));
        }
        forward(5);

        assertThat(latest("requests", "total", "(all)")).isEqualTo("2.0");
        assertThat(latest("errors", "capability", "trade.settle")).isEqualTo("0.2");
        assertThat(latest("requests", "server", "trade-1")).isEqualTo("2.0");
    }

    @Test
    void percentilesAreWithinAnEighth() {
        for (int i = 1; i <= 100; i++) {
            series.add(record("trade.settle", null, i, 200));
        }
        forward(5);

        assertThat(Double.parseDouble(latest("p50", "total", "(all)"))).isBetween(50.0, 57.0);
        assertThat(Double.parseDouble(latest("p99", "total", "(all)"))).isBetween(99.0, 112.0);
    }

    @Test
    void stepsWithoutRequestsHaveNoDuration() {
        series.add(record("trade.settle", null, 1, 200));
        forward(5);
        forward(5);

        assertThat(latest("requests", "total", "(all)")).isEqualTo("0.0");
        assertThat(latest("p99", "total", "(all)")).isEqualTo("null");
    }

    @Test
    void fiveMinutesAreOneStepOfTheDay() {
        for (int step = 0; step < 60; step++) {
            series.add(record("trade.settle", null, 1, 200));
            forward(5);
        }

        JsonObject day = json.show("requests", null, null, "300", null);
        JsonArray values = day.getJsonArray("series").getJsonObject(0).getJsonArray("values");
        assertThat(values.getJsonNumber(values.size() - 1).doubleValue()).isEqualTo(0.2);
    }

    @Test
    void gaugesAreOfTheEndOfTheStep() {
        clock.forward(Duration.ofSeconds(5));
        tick(Map.of("trade-1", new Gauges(0.5, 32)));

        assertThat(latest("load", "server", "trade-1")).isEqualTo("0.5");
        assertThat(latest("inFlight", "total", "(all)")).isEqualTo("7.0");
    }

    @Test
    void namesBeyondTheMaximumAreOneSeries() {
        for (int i = 0; i < 1000; i++) {
            series.add(record("c" + i, null, 1, 200));
        }
        forward(5);

        assertThat(series.keys(By.CAPABILITY)).hasSize(65).contains(Series.OTHER);
        assertThat(latest("requests", "capability", Series.OTHER)).isEqualTo("187.2");
    }

    @Test
    void anonymousRequestsAreNotDistinguished() {
        TraceRecord known = record("made-up", null, 1, 401);
        series.add(
                new TraceRecord(
                        known.context(),
                        known.proxy(),
                        known.node(),
                        known.capability(),
                        null,
                        known.startedAt(),
                        known.nanos(),
                        401,
                        "authentication-failed",
                        null,
                        known.path(),
                        null,
                        0,
                        0,
                        List.of()));

        assertThat(series.keys(By.CAPABILITY)).isEmpty();
    }

    @Test
    void wrongParametersAreRefused() {
        assertThatThrownBy(() -> json.show("rate", null, null, null, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("requests, errors, p50");
        assertThatThrownBy(() -> json.show("load", "capability", null, null, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("total or server");
        assertThatThrownBy(() -> json.show(null, null, "yesterday", null, null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("offset");
        assertThatThrownBy(() -> json.show(null, null, null, "60", null))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("5 or 300");
    }

    private void forward(int seconds) {
        clock.forward(Duration.ofSeconds(seconds));
        tick(Map.of());
    }

    private void tick(Map<String, Gauges> servers) {
        series.tick(clock.millis(), new Gauges(0.1, 7), servers);
    }

    private String latest(String name, String by, String key) {
        JsonArray all = json.show(name, by, null, null, null).getJsonArray("series");
        JsonArray values =
                all.getValuesAs(JsonObject.class).stream()
                        .filter(one -> one.getString("key").equals(key))
                        .findFirst()
                        .orElseThrow()
                        .getJsonArray("values");
        return values.get(values.size() - 1).toString();
    }

    private TraceRecord record(String capability, String server, int millis, int status) {
        return new TraceRecord(
                TraceContext.continuing(null),
                "shop-a",
                "a",
                capability,
                "account:shop",
                clock.instant(),
                TimeUnit.MILLISECONDS.toNanos(millis),
                status,
                null,
                null,
                List.of(),
                server,
                0,
                0,
                List.of());
    }
}
