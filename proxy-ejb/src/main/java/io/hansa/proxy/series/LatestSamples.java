package io.hansa.proxy.series;

import io.hansa.proxy.series.Series.By;
import java.util.Map;

/**
 * The latest samples of one node. There are several fine ones, so that a summary that another node
 * misses leaves no gap.
 *
 * @param fine the last step of 5 seconds that ended
 * @param coarse the last step of 300 seconds that ended
 * @param samples by key, {@value #SIZE} each: the figures of the fine steps, oldest first, then
 *     those of the coarse step; NaN where there is none
 */
record LatestSamples(long fine, long coarse, Map<By, Map<String, float[]>> samples) {
    static final int FINE_STEPS = 3;
    static final int FIGURES = 6;
    static final int SIZE = (FINE_STEPS + 1) * FIGURES;

    /** Requests in a second, over all steps: what tells busy keys from others. */
    static float busy(float[] samples) {
        float busy = 0;
        for (int at = Figure.REQUESTS.ordinal(); at < SIZE; at += FIGURES) {
            busy = Figure.REQUESTS.together(busy, samples[at]);
        }
        return busy;
    }

    /** Of two keys together; null is none. */
    static float[] together(float[] one, float[] other) {
        if (one == null) {
            return other;
        }
        float[] both = new float[SIZE];
        for (int at = 0; at < SIZE; at++) {
            both[at] = Figure.values()[at % FIGURES].together(one[at], other[at]);
        }
        return both;
    }
}
