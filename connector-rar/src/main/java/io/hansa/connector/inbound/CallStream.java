package io.hansa.connector.inbound;

import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The frames of one caller. An alarm closes the socket of a caller that takes too long. One thread
 * may read while another one writes; which those are may change from frame to frame.
 */
final class CallStream {

    private static final Logger LOG = System.getLogger(CallStream.class.getName());
    private static final int READ_BYTES = 8 * 1024;

    private final String listener;
    private final ListenerLimits limits;
    private final Socket socket;
    private final Socket stream;
    private final Alarms alarms;
    private final FrameCodec codec;
    private final ByteBuffer received = ByteBuffer.allocate(READ_BYTES).flip();

    CallStream(ListenerSettings settings, Socket socket, Alarms alarms) throws IOException {
        this.listener = settings.name();
        this.limits = settings.limits();
        this.socket = socket;
        this.stream = TlsDoor.over(socket, settings.tls());
        this.alarms = alarms;
        this.codec = FrameCodec.of(settings.framing());
        socket.setTcpNoDelay(true);
    }

    /** Whether a call ends with its half of the connection, so that no other follows. */
    boolean hasOneCall() {
        return codec.endsWithTheStream();
    }

    /**
     * The next call, for which there is as much time as a connection may be idle; null where the
     * other side has ended.
     */
    byte[] read() throws IOException, FramingException {
        long since = System.nanoTime();
        return read(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - since));
    }

    /**
     * @param quietMillis for how long nothing has happened on the connection
     */
    byte[] read(LongSupplier quietMillis) throws IOException, FramingException {
        FrameDecoder decoder = codec.decoder(limits.maxCallBytes());
        InputStream in = stream.getInputStream();
        if (!received.hasRemaining() && !awaitBytes(in, quietMillis)) {
            return decoder.end() ? decoder.payload() : null;
        }
        Future<?> alarm = alarm();
        try {
            while (!decoder.feed(received)) {
                if (!fill(in)) {
                    return decoder.end() ? decoder.payload() : null;
                }
            }
            return decoder.payload();
        } finally {
            alarm.cancel(false);
        }
    }

    byte[] frame(byte[] payload) throws FramingException {
        return codec.encode(payload);
    }

    void write(byte[] frame) throws IOException {
        Future<?> alarm = alarm();
        try {
            stream.getOutputStream().write(frame);
        } finally {
            alarm.cancel(false);
        }
    }

    /** Ends the connection at once, and tells the log why. */
    void fail(Throwable why) {
        if (why instanceof IOException) {
            LOG.log(
                    Level.DEBUG,
                    "A connection to listener {0} ended: {1}",
                    listener,
                    why.getMessage());
        } else if (why instanceof FramingException) {
            // The messages speak of replies, the direction that they were made for.
            LOG.log(
                    Level.WARNING,
                    "HANSA-1108 A call to listener {0} or its answer fits no frame: {1}",
                    listener,
                    why.getMessage());
        } else {
            LOG.log(
                    Level.WARNING,
                    "HANSA-1109 A call to listener " + listener + " got no answer.",
                    why);
        }
        close();
    }

    private boolean awaitBytes(InputStream in, LongSupplier quietMillis) throws IOException {
        IdleAlarm alarm = new IdleAlarm(alarms, limits.idleMillis(), quietMillis, this::close);
        try {
            return fill(in);
        } finally {
            alarm.cancel();
        }
    }

    private boolean fill(InputStream in) throws IOException {
        int count = in.read(received.array());
        received.position(0).limit(Math.max(count, 0));
        return count >= 0;
    }

    private Future<?> alarm() {
        return alarms.at(Deadline.inMillis(limits.callMillis()), this::close);
    }

    private void close() {
        Callers.quietly(socket);
    }
}
