package io.hansa.proxy.series;

/** What a series is of. */
public enum Figure {
    /** Requests in a second. */
    REQUESTS("requests", "1/s"),
    /** Requests in a second that ended with a status of 500 or above. */
    ERRORS("errors", "1/s"),
    P50("p50", "ms"),
    P99("p99", "ms"),
    /** In flight ÷ capacity, when the sample was taken. */
    LOAD("load", "1"),
    IN_FLIGHT("inFlight", "1");

    private final String word;
    private final String unit;

    Figure(String word, String unit) {
        this.word = word;
        this.unit = unit;
    }

    /** In the API. */
    public String word() {
        return word;
    }

    public String unit() {
        return unit;
    }
}
