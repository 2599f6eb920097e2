package io.hansa.proxy.series;

/** How far apart samples are, and how many are kept. */
public enum Resolution {
    /** 15 minutes. */
    FINE(5, 180),
    /** 24 hours. */
    COARSE(300, 288);

    private final int seconds;
    private final int samples;

    Resolution(int seconds, int samples) {
        this.seconds = seconds;
        this.samples = samples;
    }

    public int seconds() {
        return seconds;
    }

    public int samples() {
        return samples;
    }

    /** The step that the moment belongs to. */
    long step(long epochMillis) {
        return Math.floorDiv(epochMillis, seconds * 1000L);
    }
}
