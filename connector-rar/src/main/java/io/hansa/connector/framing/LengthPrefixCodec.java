package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.LengthPrefix;
import java.nio.ByteBuffer;

/** {@link LengthPrefix} frames. */
final class LengthPrefixCodec implements FrameCodec {

    /** From here on a copy costs more than one more system call. */
    private static final int LARGE = 64 * 1024;

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
        long size = (long) field.bytes() + header.length + payload.length;
        if (size > Integer.MAX_VALUE) {
            throw tooLarge(payload.length);
        }
        byte[] bytes = new byte[(int) size];
        begin(ByteBuffer.wrap(bytes), payload.length).put(payload);
        return bytes;
    }

    @Override
    public ByteBuffer[] parts(byte[] payload) throws FramingException {
        if (payload.length < LARGE) {
            return FrameCodec.super.parts(payload);
        }
        ByteBuffer beginning = ByteBuffer.allocate(field.bytes() + header.length);
        return new ByteBuffer[] {begin(beginning, payload.length).flip(), ByteBuffer.wrap(payload)};
    }

    /** Writes what goes before the payload. */
    private ByteBuffer begin(ByteBuffer frame, int payload) throws FramingException {
        long length = payload + counted;
        if (length < 0) {
            throw new FramingException(
                    Kind.UNMAPPABLE,
                    "a payload of %d bytes would have the length %d; check the framing's adjust"
                            .formatted(payload, length));
        }
        if (!field.write(length, frame)) {
            throw tooLarge(payload);
        }
        return frame.put(header);
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
