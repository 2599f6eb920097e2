package io.hansa.launcher.output;

import java.util.HexFormat;

/** Bytes as lines of sixteen, in hex and as text. */
public final class Hex {
    private static final int WIDTH = 16;
    private static final HexFormat SPACED = HexFormat.ofDelimiter(" ");

    private Hex() {}

    public static String dump(byte[] bytes) {
        StringBuilder all = new StringBuilder();
        for (int from = 0; from < bytes.length; from += WIDTH) {
            int to = Math.min(bytes.length, from + WIDTH);
            all.append(
                    "%08x  %-47s  %s%n"
                            .formatted(
                                    from,
                                    SPACED.formatHex(bytes, from, to),
                                    text(bytes, from, to)));
        }
        return all.toString();
    }

    private static String text(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
        }
        return text.toString();
    }
}
