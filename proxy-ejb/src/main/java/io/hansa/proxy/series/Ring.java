package io.hansa.proxy.series;

import java.util.Arrays;

/** The latest samples of all figures of one thing, one for each step. Not for many threads. */
final class Ring {
    private static final int FIGURES = Figure.values().length;

    private final float[] samples;
    private final int size;
    private long newest = -1;

    Ring(int size) {
        this.size = size;
        this.samples = new float[size * FIGURES];
        Arrays.fill(samples, Float.NaN);
    }

    /**
     * @param step since the epoch; steps that were left out have no samples
     */
    void put(long step, float[] figures) {
        long first = newest < 0 ? step : Math.max(newest + 1, step - size + 1);
        for (long empty = first; empty < step; empty++) {
            int at = place(empty);
            Arrays.fill(samples, at, at + FIGURES, Float.NaN);
        }
        System.arraycopy(figures, 0, samples, place(step), FIGURES);
        newest = step;
    }

    /** NaN where there is none. */
    float get(long step, Figure figure) {
        return step > newest || step <= newest - size
                ? Float.NaN
                : samples[place(step) + figure.ordinal()];
    }

    /** Below 0 while there is none. */
    long newest() {
        return newest;
    }

    private int place(long step) {
        return (int) (step % size) * FIGURES;
    }
}
