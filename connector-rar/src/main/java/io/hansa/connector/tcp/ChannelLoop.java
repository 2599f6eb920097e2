package io.hansa.connector.tcp;

import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The thread of a shared channel: writes what is queued, reads what comes, and looks after the
 * echo.
 */
final class ChannelLoop implements Runnable {

    private static final int READ_BYTES = 32 * 1024;
    private static final int WRITE_BYTES = 64 * 1024;
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SharedChannel channel;
    private final Supplier<FrameDecoder> decoders;
    private final KeyReader keys;
    private final Heartbeat heartbeat;
    private final UnsolicitedMessages unasked;
    private final Consumer<SharedChannel> whenEnded;
    private final Wire wire;
    private final ByteBuffer received = ByteBuffer.allocate(READ_BYTES);
    private FrameDecoder decoder;
    private ByteBuffer rest = NOTHING;
    private Pending sending;
    private long writtenBefore;

    ChannelLoop(
            SharedChannel channel,
            Supplier<FrameDecoder> decoders,
            KeyReader keys,
            Heartbeat heartbeat,
            UnsolicitedMessages unasked,
            Consumer<SharedChannel> whenEnded) {
        this.channel = channel;
        this.decoders = decoders;
        this.keys = keys;
        this.heartbeat = heartbeat;
        this.unasked = unasked;
        this.whenEnded = whenEnded;
        this.wire = channel.link().wire();
    }

    @Override
    public void run() {
        try {
            carry();
        } catch (IOException | FramingException | CorrelationException | RuntimeException e) {
            channel.end(e);
        } finally {
            whenEnded.accept(channel);
        }
    }

    private void carry() throws IOException, FramingException, CorrelationException {
        while (!channel.ended()) {
            channel.link()
                    .readiness()
                    .awaitOrWake(wire.interest(!written()), heartbeat.millisLeft());
            read();
            heartbeat.beat(channel);
            write();
        }
    }

    private boolean written() {
        return !rest.hasRemaining() && wire.flushed();
    }

    private void read() throws IOException, FramingException, CorrelationException {
        int count;
        do {
            received.clear();
            count = wire.read(received);
            if (count < 0) {
                throw decoder == null
                        ? new EOFException("it closed the connection")
                        : new HalfReplyException();
            }
            received.flip();
            take();
        } while (count > 0 && wire.buffers());
    }

    private void take() throws FramingException, CorrelationException {
        while (received.hasRemaining()) {
            if (decoder == null) {
                decoder = decoders.get();
            }
            if (decoder.feed(received)) {
                byte[] payload = decoder.payload();
                decoder = null;
                answer(payload);
            }
        }
    }

    private void answer(byte[] payload) throws CorrelationException {
        channel.heard();
        heartbeat.heard();
        if (unasked.takes(payload, channel.history())) {
            return;
        }
        Pending pending = channel.inFlight().answered(keys.ofReply(payload));
        if (pending == null) {
            throw new CorrelationException(
                    "it sent a reply that belongs to no request under way; check the correlation, and its log");
        }
        pending.answer(payload);
    }

    private void write() throws IOException {
        do {
            if (written() && !begin()) {
                return;
            }
            int end = rest.limit();
            rest.limit(Math.min(end, rest.position() + WRITE_BYTES));
            try {
                wire.write(rest);
            } catch (IOException e) {
                if (sending != null && wire.written() == writtenBefore) {
                    sending.sendingFailed();
                }
                throw e;
            } finally {
                rest.limit(end);
            }
        } while (written());
    }

    /** Whether there is something to write next. */
    private boolean begin() {
        sending = null;
        byte[] answer = unasked.nextAnswer();
        if (answer != null) {
            rest = ByteBuffer.wrap(answer);
            return true;
        }
        Pending next = channel.outbox().poll();
        if (next == null) {
            return false;
        }
        sending = next;
        writtenBefore = wire.written();
        rest = next.beginSending() ? ByteBuffer.wrap(next.frame()) : NOTHING;
        return true;
    }
}
