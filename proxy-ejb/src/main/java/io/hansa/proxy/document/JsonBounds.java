package io.hansa.proxy.document;

import java.io.Serial;

/**
 * Bounds for reading JSON text. JSON readers and writers recurse once per level, so unbounded depth
 * would end in a {@link StackOverflowError}.
 *
 * @param maxDepth levels of objects and arrays
 * @param maxValues members and elements of all levels together
 */
public record JsonBounds(int maxDepth, int maxValues) {
    public static final int MAX_DEPTH = 64;

    /** Parsing a longer number takes more than linear time. */
    static final int MAX_DIGITS = 1000;

    private static final int MAX_VALUES = 100_000;

    /** For a text whose length is already bounded to about a megabyte. */
    public static final JsonBounds DOCUMENT = new JsonBounds(MAX_DEPTH, MAX_VALUES);

    /** For a document of many items, whose length is bounded to tens of megabytes. */
    public static final JsonBounds ITEMS = new JsonBounds(MAX_DEPTH, 50 * MAX_VALUES);

    /**
     * The text exceeds a bound. Has no stack trace, because it describes the text and not a defect.
     */
    public static final class Exceeded extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;

        Exceeded(String sentence) {
            super(sentence, null, false, false);
        }
    }
}
