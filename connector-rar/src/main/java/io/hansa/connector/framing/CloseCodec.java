package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import java.nio.ByteBuffer;

/** Messages that are everything up to the end of the stream. */
final class CloseCodec implements FrameCodec {

    @Override
    public byte[] encode(byte[] payload) {
        return payload;
    }

    @Override
    public boolean endsWithTheStream() {
        return true;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        ByteSink reply = ByteSink.upTo(maxReplyBytes);
        return new FrameDecoder() {
            private boolean begun;

            @Override
            public boolean feed(ByteBuffer received) throws FramingException {
                begun |= received.hasRemaining();
                reply.fill(received);
                if (received.hasRemaining()) {
                    throw new FramingException(
                            Kind.PROTOCOL_ERROR,
                            "the reply is longer than %d bytes; raise maxReplyBytes if that is right"
                                    .formatted(maxReplyBytes));
                }
                return false;
            }

            @Override
            public boolean end() {
                return begun;
            }

            @Override
            public byte[] payload() {
                return reply.without(0);
            }
        };
    }
}
