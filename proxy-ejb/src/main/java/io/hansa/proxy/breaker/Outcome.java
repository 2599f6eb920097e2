package io.hansa.proxy.breaker;

/** How one exchange came out, as far as that says something about the target. */
enum Outcome {
    /** It answered in good time. */
    GOOD,
    /** It answered that it has too much to do. That is its load, and no fault. */
    BUSY,
    /** It answered, but took nearly all the time that it was allowed. */
    SLOW,
    /** It answered that something is wrong with itself. */
    FAULT,
    /** It broke off or spoke nonsense. */
    BROKEN,
    /** It refused the connection at once, so that no request was lost. */
    REFUSED,
    /** Nothing came in the time there was. */
    SILENT;

    /** Whether nothing is wrong with it. */
    boolean well() {
        return compareTo(BUSY) <= 0;
    }

    boolean failed() {
        return compareTo(FAULT) >= 0;
    }

    boolean answered() {
        return compareTo(FAULT) <= 0;
    }
}
