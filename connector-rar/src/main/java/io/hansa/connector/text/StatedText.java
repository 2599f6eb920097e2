package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Text whose encoding its byte order mark or its content type states. The mark comes first (RFC
 * 7303, section 3), and is left out of the result. No character is ever replaced.
 */
public final class StatedText {

    private static final char MARK = '\uFEFF';

    private StatedText() {}

    /**
     * The text in UTF-8; the same array where it is UTF-8 without a mark already, which is not
     * checked.
     *
     * @param contentType may be null
     * @param fallback the charset where neither states one
     * @throws CharacterCodingException if the bytes are no such text, {@link
     *     UnknownCharsetException} if this JVM does not have the stated charset
     */
    public static byte[] utf8(byte[] text, String contentType, Charset fallback)
            throws CharacterCodingException {
        ByteOrderMark mark = ByteOrderMark.of(text);
        if (mark == ByteOrderMark.UTF_8_MARK) {
            return Arrays.copyOfRange(text, mark.length(), text.length);
        }
        Charset stated = mark == null ? charset(contentType, fallback) : mark.charset();
        return UTF_8.equals(stated) ? text : encode(decode(text, stated), UTF_8);
    }

    /**
     * The text in the charset that its byte order mark tells, or in UTF-8.
     *
     * @throws CharacterCodingException if the bytes are no such text
     */
    public static String read(byte[] text) throws CharacterCodingException {
        ByteOrderMark mark = ByteOrderMark.of(text);
        return decode(text, mark == null ? UTF_8 : mark.charset()).toString();
    }

    /** The content type of text that is UTF-8 now; null for null. */
    public static String utf8Type(String contentType) {
        return contentType == null ? null : MediaType.withCharset(contentType, UTF_8.name());
    }

    /** Whether the content type states a charset. */
    public static boolean states(String contentType) {
        String name = contentType == null ? null : MediaType.charset(contentType);
        return name != null && !name.isEmpty();
    }

    /** Whether this JVM has the charset that the content type states, if it states one. */
    public static boolean known(String contentType) {
        try {
            charset(contentType, UTF_8);
            return true;
        } catch (UnknownCharsetException unknown) {
            return false;
        }
    }

    /**
     * The charset that the content type states.
     *
     * @throws UnknownCharsetException if this JVM does not have it
     */
    static Charset charset(String contentType, Charset fallback) throws UnknownCharsetException {
        if (!states(contentType)) {
            return fallback;
        }
        String name = MediaType.charset(contentType);
        try {
            return Charset.forName(name);
        } catch (IllegalArgumentException unknown) {
            throw new UnknownCharsetException(name);
        }
    }

    /** The characters, without a byte order mark. */
    static CharBuffer decode(byte[] text, Charset charset) throws CharacterCodingException {
        CharBuffer characters =
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(text));
        if (characters.hasRemaining() && characters.get(characters.position()) == MARK) {
            characters.get();
        }
        return characters;
    }

    static byte[] encode(CharBuffer characters, Charset charset) throws CharacterCodingException {
        ByteBuffer result =
                charset.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .encode(characters);
        byte[] bytes = new byte[result.remaining()];
        result.get(bytes);
        return bytes;
    }
}
