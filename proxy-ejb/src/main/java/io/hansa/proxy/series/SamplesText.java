package io.hansa.proxy.series;

/** Writes samples as short text, {@code 12.5,0,3.1,,}: rounded, and nothing where there is none. */
final class SamplesText {
    private static final double PRECISION = 1000;

    /** A float has no more digits. */
    private static final int MAX_LENGTH = LatestSamples.SIZE * 20;

    private SamplesText() {}

    static String print(float[] samples) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < samples.length; at++) {
            if (at > 0) {
                text.append(',');
            }
            if (Float.isFinite(samples[at])) {
                append(text, Math.round(samples[at] * PRECISION) / PRECISION);
            }
        }
        return text.toString();
    }

    /**
     * @throws IllegalArgumentException if it is none, or has another number of samples, as the text
     *     of another version may
     */
    static float[] read(String text) {
        if (text.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("Samples are too long.");
        }
        String[] parts = text.split(",", -1);
        if (parts.length != LatestSamples.SIZE) {
            throw new IllegalArgumentException("Samples are not " + LatestSamples.SIZE + ".");
        }
        float[] samples = new float[parts.length];
        for (int at = 0; at < parts.length; at++) {
            float sample = parts[at].isEmpty() ? Float.NaN : Float.parseFloat(parts[at]);
            samples[at] = Float.isFinite(sample) ? sample : Float.NaN;
        }
        return samples;
    }

    private static void append(StringBuilder text, double number) {
        if (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE) {
            text.append((long) number);
        } else {
            text.append(number);
        }
    }
}
