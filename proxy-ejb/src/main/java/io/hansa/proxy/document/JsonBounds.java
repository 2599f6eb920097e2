package io.hansa.proxy.document;

import java.io.Serial;

/**
 * How much of a JSON text is read at most, whoever wrote it. Readers and printers of JSON call
 * themselves once a level, so that depth without a bound ends in a {@link StackOverflowError}.
 *
 * @param maxDepth levels of objects and arrays
 * @param maxValues members and elements of all levels together
 * @param deadlineNanos the {@link System#nanoTime()} after which it is not read further; {@link
 *     #NO_DEADLINE} for none
 */
public record JsonBounds(int maxDepth, int maxValues, long deadlineNanos) {
    public static final int MAX_DEPTH = 64;
    public static final long NO_DEADLINE = Long.MAX_VALUE;

    /** A longer number takes more than linear time to read. */
    static final int MAX_DIGITS = 1000;

    private static final int MAX_VALUES = 100_000;

    /** For a text whose length is bounded to a megabyte or so before. */
    public static final JsonBounds DOCUMENT = new JsonBounds(MAX_DEPTH, MAX_VALUES, NO_DEADLINE);

    /** The text goes beyond a bound. Carries no stack trace: it says something about the text. */
    public static final class Exceeded extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Exceeded(String sentence) {
            super(sentence, null, false, false);
        }
    }

    /** For a text of any length of which nothing is kept, until a deadline. */
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
