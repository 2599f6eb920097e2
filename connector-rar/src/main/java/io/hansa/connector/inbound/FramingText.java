package io.hansa.connector.inbound;

import io.hansa.connector.Close;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Fixed;
import io.hansa.connector.Framing;
import io.hansa.connector.LengthEncoding;
import io.hansa.connector.LengthPrefix;
import io.hansa.connector.StxEtx;
import java.util.HexFormat;

/**
 * A framing as one line, for properties that hold text only: {@code length-prefix 4 BINARY}, {@code
 * delimiter 0A}, {@code stx-etx}, {@code stx-etx lrc}, {@code fixed 120 20}, {@code close}.
 */
public final class FramingText {

    private FramingText() {}

    /**
     * @throws IllegalArgumentException with the remedy
     */
    public static Framing parse(String text) {
        String[] words = text.strip().split("\\s+");
        try {
            return switch (words[0]) {
                case "length-prefix" ->
                        new LengthPrefix(
                                Integer.parseInt(word(words, 1, "4")),
                                LengthEncoding.valueOf(word(words, 2, "BINARY")),
                                false,
                                0,
                                null);
                case "delimiter" -> new Delimiter(HexFormat.of().parseHex(word(words, 1, "0A")));
                case "stx-etx" -> new StxEtx(word(words, 1, "").equals("lrc"));
                case "fixed" ->
                        new Fixed(
                                Integer.parseInt(word(words, 1, "")),
                                HexFormat.of().parseHex(word(words, 2, "20"))[0]);
                case "close" -> new Close();
                default -> throw new IllegalArgumentException(words[0]);
            };
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no framing; write it like \"length-prefix 4 BINARY\", \"delimiter 0A\", \"stx-etx lrc\", \"fixed 120 20\" or \"close\"."
                            .formatted(text),
                    e);
        }
    }

    private static String word(String[] words, int index, String fallback) {
        return index < words.length ? words[index] : fallback;
    }
}
