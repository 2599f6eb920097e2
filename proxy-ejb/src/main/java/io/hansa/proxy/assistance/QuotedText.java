package io.hansa.proxy.assistance;

import io.hansa.proxy.assistance.JsonScanner.Slice;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The value of a JSON string. */
final class QuotedText {
    /** The longest form of one UTF-16 unit: an escape with four digits. */
    private static final int MAX_FORM = 6;

    private QuotedText() {}

    /** Whether the string, in its quotes, is that text. Takes no longer than the text is long. */
    static boolean equals(byte[] json, Slice string, String expected) {
        return string.length() - 2 <= (long) MAX_FORM * expected.length()
                && decode(json, string).equals(expected);
    }

    /** Without its quotes and escapes. */
    static String decode(byte[] json, Slice string) {
        String inside =
                new String(json, string.from() + 1, string.length() - 2, StandardCharsets.UTF_8);
        return inside.indexOf('\\') < 0 ? inside : unescaped(inside);
    }

    /**
     * The same as UTF-8; the very bytes where nothing is escaped.
     *
     * @throws UnreadableReply if it holds half a surrogate pair
     */
    static byte[] utf8(byte[] json, Slice string) {
        for (int at = string.from(); at < string.to(); at++) {
            if (json[at] == '\\') {
                String text = decode(json, string);
                if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
                    throw new UnreadableReply(
                            "its text holds half a surrogate pair, which no charset can write");
                }
                return text.getBytes(StandardCharsets.UTF_8);
            }
        }
        return Arrays.copyOfRange(json, string.from() + 1, string.to() - 1);
    }

    private static String unescaped(String inside) {
        StringBuilder text = new StringBuilder(inside.length());
        int at = 0;
        while (at < inside.length()) {
            char one = inside.charAt(at++);
            if (one != '\\') {
                text.append(one);
                continue;
            }
            char kind = inside.charAt(at++);
            if (kind == 'u') {
                text.append((char) Integer.parseInt(inside, at, at + 4, 16));
                at += 4;
            } else {
                text.append(control(kind));
            }
        }
        return text.toString();
    }

    private static char control(char kind) {
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> kind;
        };
    }
}
