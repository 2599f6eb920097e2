package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames that end with constant bytes. */
final class DelimiterCodec implements FrameCodec {

    private final byte[] delimiter;

    DelimiterCodec(byte[] delimiter) {
        this.delimiter = delimiter;
    }

    @Override
    public byte[] encode(byte[] payload) throws FramingException {
        byte[] frame = Arrays.copyOf(payload, payload.length + delimiter.length);
        System.arraycopy(delimiter, 0, frame, payload.length, delimiter.length);
        int end = firstDelimiter(frame);
        if (end != payload.length) {
            throw new FramingException(
                    Kind.UNMAPPABLE,
                    "the payload holds the delimiter at byte %d and would end there; send data without it"
                            .formatted(end));
        }
        return frame;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        return new Decoder(maxReplyBytes);
    }

    /** In the whole frame, since a payload's end and the delimiter's start can make one, too. */
    private int firstDelimiter(byte[] frame) {
        int start = 0;
        while (!Arrays.equals(
                frame, start, start + delimiter.length, delimiter, 0, delimiter.length)) {
            start++;
        }
        return start;
    }

    private final class Decoder implements FrameDecoder {

        private final int maxReplyBytes;
        private final ByteSink frame;

        Decoder(int maxReplyBytes) {
            this.maxReplyBytes = maxReplyBytes;
            this.frame =
                    ByteSink.upTo(
                            (int)
                                    Math.min(
                                            Integer.MAX_VALUE - 8L,
                                            (long) maxReplyBytes + delimiter.length));
        }

        @Override
        public boolean feed(ByteBuffer received) throws FramingException {
            while (received.hasRemaining()) {
                frame.add(received.get());
                if (frame.endsWith(delimiter)) {
                    return true;
                }
                if (frame.full()) {
                    throw new FramingException(
                            Kind.PROTOCOL_ERROR,
                            "the reply has more than %d bytes before its delimiter; check the delimiter or raise maxReplyBytes"
                                    .formatted(maxReplyBytes));
                }
            }
            return false;
        }

        @Override
        public byte[] payload() {
            return frame.without(delimiter.length);
        }
    }
}
