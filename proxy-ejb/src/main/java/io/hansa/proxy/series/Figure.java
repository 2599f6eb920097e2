package io.hansa.proxy.series;

/** What a series is of. */
public enum Figure {
    /** Requests in a second. */
    REQUESTS("requests", "1/s", true),
    /** Requests in a second that ended with a status of 500 or above. */
    ERRORS("errors", "1/s", true),
    P50("p50", "ms", false),
    P99("p99", "ms", false),
    /** In flight ÷ capacity, when the sample was taken. */
    LOAD("load", "1", false),
    IN_FLIGHT("inFlight", "1", true);

    private final String word;
    private final String unit;
    private final boolean adds;

    /**
     * @param adds whether that of several nodes is their sum; otherwise it is the worst of them
     */
    Figure(String word, String unit, boolean adds) {
        this.word = word;
        this.unit = unit;
        this.adds = adds;
    }

    /** In the API. */
    public String word() {
        return word;
    }

    public String unit() {
        return unit;
    }

    /** Of two nodes, or of two keys, together. NaN is none. */
    float together(float one, float other) {
        if (Float.isNaN(one)) {
            return other;
        }
        if (Float.isNaN(other)) {
            return one;
        }
        return adds ? one + other : Math.max(one, other);
    }
}
