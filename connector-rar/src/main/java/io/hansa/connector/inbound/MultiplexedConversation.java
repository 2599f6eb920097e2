package io.hansa.connector.inbound;

import io.hansa.connector.framing.FramingException;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

/**
 * Many calls at once. The thread that has read a call hands reading over to another one and sees to
 * the call itself, so that no call ever waits for a thread: where there is none to read on, the
 * calls take turns. The connection ends when nothing more can be read and all that was read is
 * answered.
 */
final class MultiplexedConversation implements Conversation {

    private static final Logger LOG = System.getLogger(MultiplexedConversation.class.getName());

    private final CallStream stream;
    private final CorrelatedCalls calls;
    private final Executor threads;
    private final Runnable ended;
    private final ReaderHandoff turns;
    private final Outbox outbox;

    MultiplexedConversation(
            CallStream stream, CorrelatedCalls calls, int max, Executor threads, Runnable ended) {
        this.stream = stream;
        this.calls = calls;
        this.threads = threads;
        this.ended = ended;
        this.turns = new ReaderHandoff(max);
        this.outbox = new Outbox(this::write);
    }

    @Override
    public void hold() {
        try {
            do {
                readAndAnswer();
            } while (turns.reads());
        } catch (IOException | RuntimeException | Error e) {
            stream.fail(e);
            turns.over();
        } finally {
            if (turns.ended()) {
                ended.run();
            }
        }
    }

    private void readAndAnswer() throws IOException {
        byte[] call = read();
        if (call == null) {
            turns.over();
            return;
        }
        Supplier<byte[]> answer = calls.take(call);
        if (turns.begun()) {
            handOver();
        }
        byte[] frame = null;
        try {
            frame = answer.get();
        } finally {
            if (frame == null) {
                turns.done();
            }
        }
        if (frame != null) {
            outbox.send(frame);
        }
    }

    /** Null where nothing more can be read. Calls in flight are still answered. */
    private byte[] read() throws IOException {
        try {
            return stream.read(turns::quietMillis);
        } catch (FramingException e) {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1110 Listener {0} reads a connection no further, because a call fits no frame: {1}",
                    calls.listener(),
                    e.getMessage());
            return null;
        }
    }

    private void write(byte[] frame) {
        try {
            stream.write(frame);
        } catch (IOException | RuntimeException e) {
            stream.fail(e);
        } finally {
            turns.done();
        }
    }

    private void handOver() {
        try {
            threads.execute(this::hold);
        } catch (RejectedExecutionException e) {
            turns.alone();
        }
    }
}
