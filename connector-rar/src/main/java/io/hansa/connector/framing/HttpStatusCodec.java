package io.hansa.connector.framing;

import io.hansa.connector.ExchangeException.Kind;
import java.nio.ByteBuffer;

/**
 * The first line of an HTTP reply as a frame, for probes: nothing behind the status line is read.
 * (RFC 9112, section 4)
 */
public final class HttpStatusCodec implements FrameCodec {

    private static final int MAX_LINE = 8 * 1024;

    @Override
    public byte[] encode(byte[] payload) {
        return payload;
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        ByteSink line = ByteSink.upTo(MAX_LINE);
        return new FrameDecoder() {
            @Override
            public boolean feed(ByteBuffer received) throws FramingException {
                while (received.hasRemaining()) {
                    byte next = received.get();
                    if (next == '\n') {
                        return true;
                    }
                    if (line.full()) {
                        throw new FramingException(
                                Kind.PROTOCOL_ERROR,
                                "the status line has more than %d bytes".formatted(MAX_LINE));
                    }
                    line.add(next);
                }
                return false;
            }

            @Override
            public byte[] payload() {
                return line.without(0);
            }
        };
    }
}
