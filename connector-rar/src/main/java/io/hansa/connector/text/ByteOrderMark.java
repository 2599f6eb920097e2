package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The mark with which a text tells its Unicode encoding (Unicode, section 23.8). It is no part of
 * the text.
 */
public enum ByteOrderMark {
    // The marks of UTF-32 come first: that of UTF-16LE is the beginning of that of UTF-32LE.
    UTF_32BE_MARK(Charset.forName("UTF-32BE"), 0x00, 0x00, 0xFE, 0xFF),
    UTF_32LE_MARK(Charset.forName("UTF-32LE"), 0xFF, 0xFE, 0x00, 0x00),
    UTF_8_MARK(UTF_8, 0xEF, 0xBB, 0xBF),
    UTF_16BE_MARK(UTF_16BE, 0xFE, 0xFF),
    UTF_16LE_MARK(UTF_16LE, 0xFF, 0xFE);

    private static final ByteOrderMark[] ALL = values();

    private final Charset charset;
    private final byte[] bytes;

    ByteOrderMark(Charset charset, int... bytes) {
        this.charset = charset;
        this.bytes = new byte[bytes.length];
        for (int index = 0; index < bytes.length; index++) {
            this.bytes[index] = (byte) bytes[index];
        }
    }

    /** The mark that the text begins with; null where it begins with none. */
    public static ByteOrderMark of(byte[] text) {
        if (text.length < 2 || !begins(text[0])) {
            return null;
        }
        for (ByteOrderMark mark : ALL) {
            int length = mark.bytes.length;
            if (text.length >= length && Arrays.equals(text, 0, length, mark.bytes, 0, length)) {
                return mark;
            }
        }
        return null;
    }

    private static boolean begins(byte first) {
        return first == 0 || first == (byte) 0xEF || first == (byte) 0xFE || first == (byte) 0xFF;
    }

    public Charset charset() {
        return charset;
    }

    /** How many bytes the mark has. */
    public int length() {
        return bytes.length;
    }
}
