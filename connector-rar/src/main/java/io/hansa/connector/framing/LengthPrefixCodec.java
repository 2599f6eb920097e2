package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.LengthPrefix;
import java.nio.ByteBuffer;

/** {@link LengthPrefix} frames. */
final class LengthPrefixCodec implements FrameCodec {

    private final LengthField field;
    private final byte[] header;
    private final long counted;

    LengthPrefixCodec(LengthPrefix framing) {
        this.field = new LengthField(framing.bytes(), framing.encoding());
        this.header = framing.header();
        this.counted =
                (long) header.length
                        + (framing.includesPrefix() ? framing.bytes() : 0)
                        - framing.adjust();
    }

    @Override
    public byte[] encode(byte[] payload) throws FramingException {
        long length = payload.length + counted;
        if (length < 0) {
            throw new FramingException(
                    Kind.UNMAPPABLE,
                    "a payload of %d bytes would have the length %d; check the framing's adjust"
                            .formatted(payload.length, length));
        }
        long size = (long) field.bytes() + header.length + payload.length;
        if (size > Integer.MAX_VALUE) {
            throw tooLarge(payload.length);
        }
        byte[] bytes = new byte[(int) size];
        ByteBuffer frame = ByteBuffer.wrap(bytes);
        if (!field.write(length, frame)) {
            throw tooLarge(payload.length);
        }
        frame.put(header).put(payload);
        return bytes;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        return new LengthPrefixDecoder(field, header.length, counted, maxReplyBytes);
    }

    private FramingException tooLarge(int payload) {
        return new FramingException(
                Kind.REQUEST_TOO_LARGE,
                "a length field of %d bytes cannot announce a payload of %d; send less"
                        .formatted(field.bytes(), payload));
    }
}
