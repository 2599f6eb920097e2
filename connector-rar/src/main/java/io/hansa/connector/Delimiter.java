package io.hansa.connector;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Messages that end with constant bytes, which no payload may contain. The bytes are those on the
 * wire, after any transcoding of text.
 *
 * @param delimiter 1 to 16 bytes
 */
public record Delimiter(byte[] delimiter) implements Framing {

    private static final int MOST_BYTES = 16;

    public Delimiter {
        delimiter = delimiter.clone();
        if (delimiter.length == 0 || delimiter.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "The delimiter has %d bytes; give 1 to %d."
                            .formatted(delimiter.length, MOST_BYTES));
        }
    }

    @Override
    public byte[] delimiter() {
        return delimiter.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delimiter that && Arrays.equals(delimiter, that.delimiter);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(delimiter);
    }

    @Override
    public String toString() {
        return "Delimiter[" + HexFormat.of().formatHex(delimiter) + "]";
    }
}
