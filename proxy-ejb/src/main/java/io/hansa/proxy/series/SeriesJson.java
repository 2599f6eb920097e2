package io.hansa.proxy.series;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.document.Name;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.series.Series.By;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Shows series for administrators. */
public final class SeriesJson {
    private static final double PRECISION = 1000;

    private final Series series;
    private final Clock clock;

    public SeriesJson(Series series, Clock clock) {
        this.series = series;
        this.clock = clock;
    }

    /**
     * All parameters may be null: requests of all kinds of the last 15 minutes at 5 seconds.
     *
     * @param name of a {@link Figure}
     * @param by total, capability or server
     * @param from the first moment, with its offset
     * @param step 5 or 300 seconds
     * @throws Failure REQUEST_INVALID
     */
    public JsonObject show(String name, String by, String from, String step) {
        Figure figure = figure(name);
        By told = by(by);
        boolean gauge = figure == Figure.LOAD || figure == Figure.IN_FLIGHT;
        if (gauge && told == By.CAPABILITY) {
            throw wrong("by", by, "give total or server, " + figure.word() + " is of these only");
        }
        Resolution resolution = resolution(step);
        long now = clock.millis();
        long oldest = resolution.step(now) - resolution.samples();
        long first = from == null ? oldest : Math.max(oldest, resolution.step(millis(from)));
        JsonArrayBuilder all = JSON.createArrayBuilder();
        for (String key : series.keys(told)) {
            all.add(
                    JSON.createObjectBuilder()
                            .add("key", key)
                            .add(
                                    "values",
                                    values(series.samples(told, key, resolution, figure, first))));
        }
        return JSON.createObjectBuilder()
                .add("name", figure.word())
                .add("unit", figure.unit())
                .add("by", told.name().toLowerCase(Locale.ROOT))
                .add("from", Instant.ofEpochSecond(first * resolution.seconds()).toString())
                .add("stepSeconds", resolution.seconds())
                .add("series", all)
                .build();
    }

    private static JsonArrayBuilder values(float[] samples) {
        JsonArrayBuilder values = JSON.createArrayBuilder();
        for (float sample : samples) {
            if (Float.isFinite(sample)) {
                values.add(Math.round(sample * PRECISION) / PRECISION);
            } else {
                values.addNull();
            }
        }
        return values;
    }

    private static Figure figure(String name) {
        if (name == null) {
            return Figure.REQUESTS;
        }
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.word().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                wrong(
                                        "name",
                                        name,
                                        Arrays.stream(Figure.values())
                                                .map(Figure::word)
                                                .collect(
                                                        Collectors.joining(
                                                                ", ", "give one of ", ""))));
    }

    private static By by(String by) {
        if (by == null) {
            return By.TOTAL;
        }
        return Arrays.stream(By.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(by))
                .findFirst()
                .orElseThrow(() -> wrong("by", by, "give total, capability or server"));
    }

    private static Resolution resolution(String step) {
        if (step == null) {
            return Resolution.FINE;
        }
        return Arrays.stream(Resolution.values())
                .filter(one -> Integer.toString(one.seconds()).equals(step))
                .findFirst()
                .orElseThrow(() -> wrong("step", step, "give 5 or 300 seconds"));
    }

    private static long millis(String from) {
        try {
            return OffsetDateTime.parse(from).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException broken) {
            throw wrong("from", from, "give a time with its offset, such as 2026-01-31T08:00:00Z");
        }
    }

    private static Failure wrong(String parameter, String value, String remedy) {
        return Failure.of(
                ErrorCode.REQUEST_INVALID,
                "%s is \"%s\"; %s.".formatted(parameter, Name.shortened(value), remedy));
    }
}
