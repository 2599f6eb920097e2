package io.hansa.proxy.document;

import java.io.Serial;

/**
 * Bounds for reading JSON text. JSON readers and writers recurse once per level, so unbounded depth
 * would end in a {@link StackOverflowError}.
 *
 * @param maxDepth levels of objects and arrays
 * @param maxValues members and elements of all levels together
 * @param deadlineNanos the {@link System#nanoTime()} at which reading stops; {@link #NO_DEADLINE}
 *     for none
 */
public record JsonBounds(int maxDepth, int maxValues, long deadlineNanos) {
    public static final int MAX_DEPTH = 64;
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** Parsing a longer number takes more than linear time. */
    static final int MAX_DIGITS = 1000;

    private static final int MAX_VALUES = 100_000;

    /** For a text whose length is already bounded to about a megabyte. */
    public static final JsonBounds DOCUMENT = new JsonBounds(MAX_DEPTH, MAX_VALUES, NO_DEADLINE);

    /**
     * The text exceeds a bound. Has no stack trace, because it describes the text and not a defect.
     */
    public static final class Exceeded extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Exceeded(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** For a text of any length that is read until a deadline and not stored. */
    public static JsonBounds until(long deadlineNanos) {
        return new JsonBounds(MAX_DEPTH, Integer.MAX_VALUE, deadlineNanos);
    }

    public JsonBounds withValues(int values) {
        return new JsonBounds(maxDepth, values, deadlineNanos);
    }

    boolean late() {
        return deadlineNanos != NO_DEADLINE && System.nanoTime() - deadlineNanos > 0;
    }
}
