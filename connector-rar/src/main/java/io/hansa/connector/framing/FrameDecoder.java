package io.hansa.connector.framing;

import java.nio.ByteBuffer;

/** Collects the bytes of one frame. For one thread, and used up once the frame is whole. */
public interface FrameDecoder {

    /**
     * Takes what belongs to the frame and leaves the rest.
     *
     * @return whether the frame is whole
     * @throws FramingException when these bytes are no frame, or one that is too long
     */
    boolean feed(ByteBuffer received) throws FramingException;

    /** Called where the stream ends; whether the frame is whole by that. */
    default boolean end() {
        return false;
    }

    /** The payload of the whole frame; the caller owns it. */
    byte[] payload();
}
