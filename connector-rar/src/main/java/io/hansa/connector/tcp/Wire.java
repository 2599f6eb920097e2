package io.hansa.connector.tcp;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The two directions of a stream that is never waited for: what cannot be read or written now is
 * not. Says what its socket has to be ready for before trying again makes sense.
 */
interface Wire extends Closeable {

    /**
     * As much as there is; 0 for nothing yet, negative where the other side ended the stream in
     * order.
     */
    int read(ByteBuffer target) throws IOException;

    /** As much as can be taken, and what was taken before; call again until {@link #flushed}. */
    int write(ByteBuffer source) throws IOException;

    /** Whether all bytes given to {@link #write} were sent. */
    boolean flushed();

    /** Bytes that the system took to send, since the stream began. */
    long written();

    /** Whether a read may bring more at once, although the socket has nothing. */
    boolean buffers();

    /** Ends this side's half of the stream. */
    void endOutput() throws IOException;

    /**
     * @param writing whether there is something to write, beside waiting for something to read
     * @return operations of {@link java.nio.channels.SelectionKey}
     */
    int interest(boolean writing);
}
