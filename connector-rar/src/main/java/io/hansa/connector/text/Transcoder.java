package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/**
 * Turns text payloads from the charset that they state, or UTF-8, into a server's charset, and back
 * to UTF-8, and touches nothing else. No character is ever replaced: what cannot be said in the
 * other charset is an error. Immutable, for any number of threads.
 */
public final class Transcoder {

    private static final String UNICODE = "UTF-";

    private final Charset charset;
    private final boolean unicode;

    /**
     * @param charset of the server; null when nothing is to be transcoded
     */
    public Transcoder(Charset charset) {
        this.charset = charset;
        this.unicode = charset != null && charset.name().startsWith(UNICODE);
    }

    /**
     * A payload for the server.
     *
     * @throws CharacterCodingException if it is no text in the charset that it states, or cannot be
     *     said in the server's
     */
    public byte[] outgoing(byte[] payload, String contentType) throws CharacterCodingException {
        if (!applies(contentType)) {
            return payload;
        }
        ByteOrderMark mark = ByteOrderMark.of(payload);
        return transcode(
                payload,
                mark,
                mark == null ? StatedText.charset(contentType, UTF_8) : mark.charset(),
                charset);
    }

    /**
     * A payload from the server, which may state another charset for it.
     *
     * @param contentType as the server stated it
     */
    public byte[] incoming(byte[] payload, String contentType) throws CharacterCodingException {
        if (!applies(contentType)) {
            return payload;
        }
        // Another mark than that of a Unicode charset is text of the server's charset.
        boolean marked = unicode || StatedText.states(contentType);
        ByteOrderMark mark = marked ? ByteOrderMark.of(payload) : null;
        return transcode(
                payload,
                mark,
                mark == null ? StatedText.charset(contentType, charset) : mark.charset(),
                UTF_8);
    }

    /**
     * A payload from a server that states nothing about it.
     *
     * @param contentType of what it answers; its charset is not that of the payload
     */
    public byte[] framed(byte[] payload, String contentType) throws CharacterCodingException {
        if (!applies(contentType)) {
            return payload;
        }
        ByteOrderMark mark = unicode ? ByteOrderMark.of(payload) : null;
        return transcode(payload, mark, mark == null ? charset : mark.charset(), UTF_8);
    }

    /** The content type of a payload for the server, telling the truth about its charset. */
    public String outgoingType(String contentType) {
        return applies(contentType)
                ? MediaType.withCharset(contentType, charset.name())
                : contentType;
    }

    /** The content type of a payload from the server, telling the truth about its charset. */
    public String incomingType(String contentType) {
        return applies(contentType)
                ? MediaType.withCharset(contentType, UTF_8.name())
                : contentType;
    }

    /** Whether payloads of that type are transcoded. */
    public boolean applies(String contentType) {
        return charset != null && MediaType.isText(contentType);
    }

    private static byte[] transcode(byte[] text, ByteOrderMark mark, Charset from, Charset to)
            throws CharacterCodingException {
        return mark == null && from.equals(to)
                ? text
                : StatedText.encode(StatedText.decode(text, from), to);
    }
}
