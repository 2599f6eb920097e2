package io.hansa.connector;

/**
 * The same bytes in a request and in its reply, counted on the wire within the payload.
 *
 * @param offset of the first one, from 0
 * @param bytes how many, 1 to 256
 */
public record ByteRange(int offset, int bytes) implements Correlation {

    private static final int MOST_BYTES = 256;
    private static final int LAST_OFFSET = 1 << 20;

    public ByteRange {
        if (offset < 0 || offset > LAST_OFFSET || bytes < 1 || bytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "A correlation of %d bytes at offset %d; give 1 to %d bytes at 0 to %d."
                            .formatted(bytes, offset, MOST_BYTES, LAST_OFFSET));
        }
    }
}
