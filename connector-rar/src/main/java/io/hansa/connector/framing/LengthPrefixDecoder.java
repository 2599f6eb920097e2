package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import java.nio.ByteBuffer;

/** Reads prefix, header and payload, in this order. */
final class LengthPrefixDecoder implements FrameDecoder {

    private final LengthField field;
    private final long counted;
    private final int maxReplyBytes;
    private final byte[] prefix;
    private int prefixRead;
    private int headerLeft;
    private ByteSink payload;

    /**
     * @param counted what the length counts beyond the payload
     */
    LengthPrefixDecoder(LengthField field, int headerBytes, long counted, int maxReplyBytes) {
        this.field = field;
        this.counted = counted;
        this.maxReplyBytes = maxReplyBytes;
        this.prefix = new byte[field.bytes()];
        this.headerLeft = headerBytes;
    }

    @Override
    public boolean feed(ByteBuffer received) throws FramingException {
        if (payload == null && !readPrefix(received)) {
            return false;
        }
        int skipped = Math.min(headerLeft, received.remaining());
        received.position(received.position() + skipped);
        headerLeft -= skipped;
        return headerLeft == 0 && payload.fill(received);
    }

    @Override
    public byte[] payload() {
        return payload.without(0);
    }

    private boolean readPrefix(ByteBuffer received) throws FramingException {
        int count = Math.min(prefix.length - prefixRead, received.remaining());
        received.get(prefix, prefixRead, count);
        prefixRead += count;
        if (prefixRead < prefix.length) {
            return false;
        }
        payload = ByteSink.exactly(payloadLength(field.read(prefix)));
        return true;
    }

    private int payloadLength(long announced) throws FramingException {
        if (announced < counted) {
            throw new FramingException(
                    Kind.PROTOCOL_ERROR,
                    "the reply's length %d leaves no room for what it counts; check the framing's adjust, includesPrefix and headerHex"
                            .formatted(announced));
        }
        // Compared this way round, because a huge announcement less a negative count overflows.
        if (announced > maxReplyBytes + counted) {
            throw new FramingException(
                    Kind.PROTOCOL_ERROR,
                    "the reply announces a length of %d and at most %d payload bytes are taken; raise maxReplyBytes if that is right"
                            .formatted(announced, maxReplyBytes));
        }
        return (int) (announced - counted);
    }
}
