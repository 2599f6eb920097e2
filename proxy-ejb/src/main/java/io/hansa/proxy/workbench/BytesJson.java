package io.hansa.proxy.workbench;

import static io.hansa.proxy.document.JsonLibrary.JSON;

import jakarta.json.JsonObjectBuilder;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Shows bytes in hexadecimal digits and as text, at most so many of them. Immutable. */
final class BytesJson {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String UNREADABLE = ".";

    private final Charset charset;
    private final int max;

    /**
     * @param charset of the text; null for UTF-8
     * @param max bytes that are shown
     */
    BytesJson(Charset charset, int max) {
        this.charset = charset == null ? StandardCharsets.UTF_8 : charset;
        this.max = max;
    }

    JsonObjectBuilder print(byte[] bytes) {
        return print(bytes, bytes.length);
    }

    /**
     * @param first the first of the bytes
     * @param count of all of them
     */
    JsonObjectBuilder print(byte[] first, long count) {
        byte[] shown = first.length > max ? Arrays.copyOf(first, max) : first;
        return JSON.createObjectBuilder()
                .add("bytes", count)
                .add("cut", shown.length < count)
                .add("hex", HEX.formatHex(shown))
                .add("text", text(shown));
    }

    /** Each control character, and what the charset cannot read, is a dot. */
    private String text(byte[] bytes) {
        CharsetDecoder decoder =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)
                        .replaceWith(UNREADABLE);
        CharBuffer text =
                CharBuffer.allocate((int) (bytes.length * (double) decoder.maxCharsPerByte()) + 2);
        decoder.decode(ByteBuffer.wrap(bytes), text, true);
        decoder.flush(text);
        StringBuilder shown = new StringBuilder(text.flip());
        for (int at = 0; at < shown.length(); at++) {
            if (Character.isISOControl(shown.charAt(at))) {
                shown.setCharAt(at, UNREADABLE.charAt(0));
            }
        }
        return shown.toString();
    }
}
