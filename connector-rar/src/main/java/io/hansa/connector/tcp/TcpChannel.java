package io.hansa.connector.tcp;

import io.hansa.connector.PendingReply;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ReplyMeter;
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
    private long writtenBefore;
    private boolean endedOutput;
    private final ReplyMeter meter = new ReplyMeter();
    private boolean reusable = true;

    TcpChannel(Link link) {
        this.link = link;
        this.wire = link.wire();
    }

    Link link() {
        return link;
    }

    /** Sends a frame, or as much of it as the network takes; {@link #await} sends the rest. */
    void begin(ByteBuffer[] frame, FrameCodec codec, FrameDecoder decoder) throws IOException {
        this.codec = codec;
        this.decoder = decoder;
        writtenBefore = wire.written();
        endedOutput = false;
        meter.reset();
        reusable = false;
        parts = frame;
        part = 0;
        writing = !write();
    }

    /**
     * Waits for the payload of the reply's frame.
     *
     * @param nanos how long; {@link PendingReply#TO_THE_END} for until the deadline
     * @return null where it is not whole in that time
     */
    byte[] await(Deadline deadline, long nanos) throws IOException, FramingException {
        boolean toTheEnd = nanos == PendingReply.TO_THE_END;
        Deadline patience =
                toTheEnd ? deadline : deadline.earlier(new Deadline(System.nanoTime() + nanos));
        while (toTheEnd || !patience.passed()) {
            // A server may reply before it has read everything, and then stop reading until its
            // reply is taken.
            if (!link.readiness().await(wire.interest(writing), deadline, patience)) {
                return null;
            }
            byte[] payload = poll();
            if (payload != null) {
                return payload;
            }
        }
        return null;
    }

    /**
     * Reads and writes what is possible now; never waits.
     *
     * @return the payload of the reply's frame; null where it is not whole yet
     */
    byte[] poll() throws IOException, FramingException {
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
        return null;
    }

    /** Waits for something to do, at most for that time. */
    void idle(Deadline patience) throws IOException {
        link.readiness().await(wire.interest(writing), patience, patience);
    }

    /** Whether the server may have seen any byte of the last exchange's request. */
    boolean sent() {
        return endedOutput || wire.written() > writtenBefore;
    }

    /** What has come of the last exchange's reply. */
    ReplyMeter meter() {
        return meter;
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
            received.flip();
            meter.add(received);
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
        throw meter.empty()
                ? new EOFException("it closed the connection without a reply")
                : new HalfReplyException();
    }

    /** Sends what the network takes; whether that was the rest. */
    private boolean write() throws IOException {
        ByteBuffer rest = parts[part];
        int end = rest.limit();
        rest.limit(Math.min(end, rest.position() + WRITE_BYTES));
        try {
            wire.write(rest);
        } finally {
            rest.limit(end);
        }
        boolean done = !rest.hasRemaining() && wire.flushed();
        if (!rest.hasRemaining() && part < parts.length - 1) {
            part++;
            // What goes before a payload is short; the payload follows it without waiting.
            return done && write();
        }
        if (done && codec.endsWithTheStream()) {
            // The end of the stream is a message, even that of an empty payload.
            endedOutput = true;
            wire.endOutput();
        }
        return done;
    }
}
