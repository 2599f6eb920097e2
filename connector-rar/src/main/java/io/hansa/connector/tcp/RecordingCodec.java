package io.hansa.connector.tcp;

import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.ExchangeRecorder;
import java.nio.ByteBuffer;

/** Another codec, with note taken of what is received. For one exchange. */
final class RecordingCodec implements FrameCodec {

    private final FrameCodec codec;
    private final ExchangeRecorder recorder;

    RecordingCodec(FrameCodec codec, ExchangeRecorder recorder) {
        this.codec = codec;
        this.recorder = recorder;
    }

    @Override
    public byte[] encode(byte[] payload) throws FramingException {
        return codec.encode(payload);
    }

    @Override
    public ByteBuffer[] parts(byte[] payload) throws FramingException {
        return codec.parts(payload);
    }

    @Override
    public boolean endsWithTheStream() {
        return codec.endsWithTheStream();
    }

    @Override
    public FrameDecoder decoder(int maxReplyBytes) {
        FrameDecoder decoder = codec.decoder(maxReplyBytes);
        return new FrameDecoder() {
            @Override
            public boolean feed(ByteBuffer received) throws FramingException {
                recorder.received(received);
                return decoder.feed(received);
            }

            @Override
            public boolean end() {
                return decoder.end();
            }

            @Override
            public byte[] payload() {
                return decoder.payload();
            }
        };
    }
}
