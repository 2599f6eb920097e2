package io.hansa.connector.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;

/**
 * Turns text payloads from UTF-8 into a server's charset and back, and touches nothing else. No
 * character is ever replaced: what cannot be said in the other charset is an error. Immutable, for
 * any number of threads.
 */
public final class Transcoder {

    private final Charset charset;

    /**
     * @param charset of the server; null when nothing is to be transcoded
     */
    public Transcoder(Charset charset) {
        this.charset = UTF_8.equals(charset) ? null : charset;
    }

    /** A payload for the server. */
    public byte[] outgoing(byte[] payload, String contentType) throws CharacterCodingException {
        return applies(contentType) ? transcode(payload, UTF_8, charset) : payload;
    }

    /** A payload from the server. */
    public byte[] incoming(byte[] payload, String contentType) throws CharacterCodingException {
        return applies(contentType) ? transcode(payload, charset, UTF_8) : payload;
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

    private boolean applies(String contentType) {
        return charset != null && MediaType.isText(contentType);
    }

    private static byte[] transcode(byte[] text, Charset from, Charset to)
            throws CharacterCodingException {
        CharBuffer characters =
                from.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(text));
        ByteBuffer result =
                to.newEncoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .encode(characters);
        byte[] bytes = new byte[result.remaining()];
        result.get(bytes);
        return bytes;
    }
}
