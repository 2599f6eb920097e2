package io.hansa.demo.shop.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.function.UnaryOperator;

/**
 * Text business over bytes of one charset. Bytes that are not text of that charset never reach the
 * business; they get {@code malformedReply}.
 */
public record TextConversation(
        Charset charset, UnaryOperator<String> business, String malformedReply)
        implements Conversation {

    @Override
    public byte[] answer(byte[] request) {
        return reply(request).getBytes(charset);
    }

    private String reply(byte[] request) {
        try {
            return business.apply(charset.newDecoder().decode(ByteBuffer.wrap(request)).toString());
        } catch (CharacterCodingException e) {
            return malformedReply;
        }
    }
}
