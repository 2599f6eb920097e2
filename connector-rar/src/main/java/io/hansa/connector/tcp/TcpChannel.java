package io.hansa.connector.tcp;

import io.hansa.connector.ServerExchange;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One connection to one business server. For one thread at a time, except {@link #close()}, by
 * which any thread ends an exchange.
 */
final class TcpChannel implements Closeable {

    private static final int READ_BYTES = 16 * 1024;

    /** The JDK copies what it writes to a buffer outside the heap and keeps that for the thread. */
    private static final int WRITE_BYTES = 64 * 1024;

    private final Link link;
    private final Wire wire;
    private final ByteBuffer received = ByteBuffer.allocate(READ_BYTES);
    private FrameCodec codec;
    private FrameDecoder decoder;
    private ByteBuffer[] parts;
    private int part;
    private boolean writing;
    private boolean sent;
    private boolean begun;
    private boolean reusable = true;

    TcpChannel(Link link) {
        this.link = link;
        this.wire = link.wire();
    }

    Link link() {
        return link;
    }

    /**
     * Sends a frame and returns the payload of the reply's frame. After any exception the channel
     * is broken.
     */
    byte[] exchange(ByteBuffer[] frame, FrameCodec codec, FrameDecoder decoder, Deadline deadline)
            throws IOException, FramingException {
        begin(frame, codec, decoder);
        return await(deadline, ServerExchange.TO_THE_END);
    }

    /**
     * Sends a frame, or as much of it as the network takes; {@link #await} goes on with the rest.
     */
    void begin(ByteBuffer[] frame, FrameCodec codec, FrameDecoder decoder) throws IOException {
        this.codec = codec;
        this.decoder = decoder;
        sent = false;
        begun = false;
        reusable = false;
        parts = frame;
        part = 0;
        writing = !write();
    }

    /**
     * Waits for the payload of the reply's frame.
     *
     * @param nanos how long; {@link ServerExchange#TO_THE_END} for until the deadline
     * @return null where it is not whole in that time
     */
    byte[] await(Deadline deadline, long nanos) throws IOException, FramingException {
        Deadline patience =
                nanos == ServerExchange.TO_THE_END
                        ? deadline
                        : deadline.earlier(new Deadline(System.nanoTime() + nanos));
        while (patience == deadline || !patience.passed()) {
            // A server may reply before it has read everything, and then stop reading until its
            // reply is taken.
            if (!link.readiness().await(wire.interest(writing), deadline, patience)) {
                return null;
            }
            if (read()) {
                reusable = !writing && !received.hasRemaining() && !codec.endsWithTheStream();
                parts = null;
                byte[] payload = decoder.payload();
                decoder = null;
                return payload;
            }
            if (writing) {
                writing = !write();
            }
        }
        return null;
    }

    /** Whether the server may have seen any byte of the last exchange's request. */
    boolean sent() {
        return sent;
    }

    /** Whether the last exchange left nothing over on either side. */
    boolean reusable() {
        return reusable;
    }

    /** Whether the server has kept the idle connection open and sent nothing unasked. */
    boolean fit() {
        try {
            received.clear();
            return wire.read(received) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        link.close();
    }

    /** Feeds what has come; whether the frame is whole. */
    private boolean read() throws IOException, FramingException {
        int count;
        do {
            received.clear();
            count = wire.read(received);
            if (count < 0) {
                return end();
            }
            begun |= count > 0;
            received.flip();
            if (count > 0 && decoder.feed(received)) {
                return true;
            }
        } while (count > 0 && wire.buffers());
        return false;
    }

    private boolean end() throws IOException {
        received.flip();
        if (decoder.end()) {
            return true;
        }
        throw begun
                ? new HalfReplyException()
                : new EOFException("it closed the connection without a reply");
    }

    /** Sends what the network takes; whether that was the rest. */
    private boolean write() throws IOException {
        ByteBuffer rest = parts[part];
        int end = rest.limit();
        rest.limit(Math.min(end, rest.position() + WRITE_BYTES));
        boolean untouched = !sent;
        // Also when the write fails: part of it may have left.
        sent = true;
        int count = wire.write(rest);
        if (untouched && count == 0) {
            sent = false;
        }
        rest.limit(end);
        boolean done = !rest.hasRemaining() && wire.flushed();
        if (!rest.hasRemaining() && part < parts.length - 1) {
            part++;
            // What goes before a payload is short; the payload follows it without waiting.
            return done && write();
        }
        if (done && codec.endsWithTheStream()) {
            wire.endOutput();
            // The end of the stream is a message, even that of an empty payload.
            sent = true;
        }
        return done;
    }
}
