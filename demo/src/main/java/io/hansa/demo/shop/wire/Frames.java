package io.hansa.demo.shop.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Where one message ends and the next begins on a byte stream. Implementations keep no state
 * between calls, so that one instance serves all connections.
 */
public interface Frames {

    /**
     * Reads the next message, or nothing when the other side has ended the stream between two
     * messages.
     *
     * @throws BadFrameException when the bytes cannot be a frame, or end in the middle of one
     */
    Optional<byte[]> read(InputStream in) throws IOException;

    /** Writes one message; the caller flushes. */
    void write(OutputStream out, byte[] message) throws IOException;
}
