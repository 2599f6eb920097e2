package io.hansa.proxy.series;

import io.hansa.proxy.tracing.TraceRecord;
import java.util.Arrays;

/** The series of one thing: what is counted for the next sample, and the samples. */
final class Track {
    private static final int ERROR = 500;

    /** Counts since the latest sample of one resolution. */
    private static final class Tally {
        private final LatencyHistogram durations = new LatencyHistogram();
        private final Ring ring;
        private final int seconds;
        private int requests;
        private int errors;

        Tally(Resolution resolution) {
            this.ring = new Ring(resolution.samples());
            this.seconds = resolution.seconds();
        }

        void add(TraceRecord record) {
            requests++;
            errors += record.status() >= ERROR ? 1 : 0;
            durations.add(record.nanos());
        }

        void sample(long step, double load, double inFlight) {
            float[] figures = new float[Figure.values().length];
            Arrays.fill(figures, Float.NaN);
            figures[Figure.REQUESTS.ordinal()] = requests / (float) seconds;
            figures[Figure.ERRORS.ordinal()] = errors / (float) seconds;
            figures[Figure.P50.ordinal()] = (float) durations.percentile(0.5);
            figures[Figure.P99.ordinal()] = (float) durations.percentile(0.99);
            figures[Figure.LOAD.ordinal()] = (float) load;
            figures[Figure.IN_FLIGHT.ordinal()] = (float) inFlight;
            ring.put(step, figures);
            requests = 0;
            errors = 0;
            durations.clear();
        }
    }

    private final Tally fine = new Tally(Resolution.FINE);
    private final Tally coarse = new Tally(Resolution.COARSE);
    private long usedAt;

    /**
     * @param step of the fine resolution
     */
    void add(TraceRecord record, long step) {
        usedAt = step;
        fine.add(record);
        coarse.add(record);
    }

    void sample(Resolution resolution, long step, double load, double inFlight) {
        tally(resolution).sample(step, load, inFlight);
    }

    float get(Resolution resolution, long step, Figure figure) {
        return tally(resolution).ring.get(step, figure);
    }

    /** Writes the figures of one step. */
    void copy(Resolution resolution, long step, float[] to, int at) {
        Ring ring = tally(resolution).ring;
        for (Figure figure : Figure.values()) {
            to[at + figure.ordinal()] = ring.get(step, figure);
        }
    }

    long usedAt() {
        return usedAt;
    }

    private Tally tally(Resolution resolution) {
        return resolution == Resolution.FINE ? fine : coarse;
    }
}
