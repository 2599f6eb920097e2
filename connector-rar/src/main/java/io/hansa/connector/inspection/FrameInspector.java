package io.hansa.connector.inspection;

import io.hansa.connector.Framing;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds the frames of one framing in bytes. Immutable, for any number of threads. */
public final class FrameInspector {

    private final FrameCodec codec;
    private final FrameLayout layout;

    public FrameInspector(Framing framing) {
        this.codec = FrameCodec.of(framing);
        this.layout = new FrameLayout(framing);
    }

    /**
     * @param bytes from the beginning of a frame on
     * @param maxFrames how many frames are named
     * @param maxPayload a longer frame is broken, as in an exchange with that {@code maxReplyBytes}
     */
    public FoundFrames inspect(byte[] bytes, int maxFrames, int maxPayload) {
        ByteBuffer left = ByteBuffer.wrap(bytes);
        List<FoundFrame> frames = new ArrayList<>();
        while (left.hasRemaining() && frames.size() < maxFrames) {
            int start = left.position();
            FrameDecoder decoder = codec.decoder(maxPayload);
            try {
                if (!decoder.feed(left) && !decoder.end()) {
                    return new FoundFrames(frames, start, null, false);
                }
            } catch (FramingException broken) {
                return new FoundFrames(frames, start, broken.getMessage(), false);
            }
            frames.add(layout.frame(bytes, start, left.position(), decoder.payload()));
        }
        return new FoundFrames(frames, left.position(), null, left.hasRemaining());
    }
}
