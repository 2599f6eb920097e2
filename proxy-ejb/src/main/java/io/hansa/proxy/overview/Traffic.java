package io.hansa.proxy.overview;

import io.hansa.proxy.series.Figure;
import io.hansa.proxy.series.Resolution;
import io.hansa.proxy.series.Series;
import io.hansa.proxy.series.Series.By;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;

/** The traffic of this node in the last minute, from its series. */
@Dependent
class Traffic {
    private static final int STEPS = 12;
    private static final String ALL = "(all)";

    private final Series series;
    private final Clock clock;

    @Inject
    Traffic(Series series, Clock clock) {
        this.clock = clock;
        this.series = series;
    }

    /** The durations are those of the slowest five seconds. */
    TrafficFigures lastMinute() {
        double requests = 0;
        double errors = 0;
        float[] rates = latest(Figure.REQUESTS);
        float[] failed = latest(Figure.ERRORS);
        for (int at = 0; at < rates.length; at++) {
            requests += Float.isNaN(rates[at]) ? 0 : rates[at];
            errors += Float.isNaN(failed[at]) ? 0 : failed[at];
        }
        return new TrafficFigures(
                rates.length == 0 ? 0 : requests / rates.length,
                requests == 0 ? 0 : errors / requests,
                slowest(latest(Figure.P50)),
                slowest(latest(Figure.P99)));
    }

    private float[] latest(Figure figure) {
        long from = clock.millis() / 1000 / Resolution.FINE.seconds() - STEPS;
        return series.samples(By.TOTAL, ALL, Resolution.FINE, figure, from);
    }

    private static double slowest(float[] durations) {
        double slowest = Double.NaN;
        for (float duration : durations) {
            slowest = TrafficFigures.slower(slowest, duration);
        }
        return slowest;
    }
}
