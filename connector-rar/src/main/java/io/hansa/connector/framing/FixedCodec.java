package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.Fixed;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Frames of one length. */
final class FixedCodec implements FrameCodec {

    private final Fixed framing;

    FixedCodec(Fixed framing) {
        this.framing = framing;
    }

    @Override
    public byte[] encode(byte[] payload) throws FramingException {
        if (payload.length > framing.bytes()) {
            throw new FramingException(
                    Kind.REQUEST_TOO_LARGE,
                    "the payload has %d bytes and a record %d; send less"
                            .formatted(payload.length, framing.bytes()));
        }
        byte[] frame = Arrays.copyOf(payload, framing.bytes());
        Arrays.fill(frame, payload.length, frame.length, framing.pad());
        return frame;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        ByteSink record = ByteSink.exactly(framing.bytes());
        return new FrameDecoder() {
            @Override
            public boolean feed(ByteBuffer received) {
                return record.fill(received);
            }

            @Override
            public byte[] payload() {
                return record.without(0);
            }
        };
    }
}
