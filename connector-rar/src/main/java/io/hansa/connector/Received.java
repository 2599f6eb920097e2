package io.hansa.connector;

import java.util.HexFormat;

/**
 * What had come of a reply when its exchange failed. For operators: the bytes are business data.
 *
 * @param bytes how many had come
 * @param first the first of them, at most {@value #MAX_FIRST}
 */
public record Received(long bytes, byte[] first) {

    public static final int MAX_FIRST = 16;
    public static final Received NOTHING = new Received(0, new byte[0]);

    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    /** The first bytes as hexadecimal numbers, {@code 48 45 4C}. */
    public String hex() {
        return HEX.formatHex(first);
    }

    /** The number only: the bytes are not for logs. */
    @Override
    public String toString() {
        return "Received[" + bytes + " bytes]";
    }
}
