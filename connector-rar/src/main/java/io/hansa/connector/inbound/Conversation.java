package io.hansa.connector.inbound;

import io.hansa.connector.ListenerSettings;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.concurrent.Future;

/** One connection: requests and replies in turn. An alarm closes the socket of whoever takes too long. For one thread. */
final class Conversation {

    private static final Logger LOG = System.getLogger(Conversation.class.getName());
    private static final int READ_BYTES = 8 * 1024;

    private final ListenerSettings settings;
    private final ServerCallListener listener;
    private final Socket socket;
    private final Socket stream;
    private final Alarms alarms;
    private final FrameCodec codec;
    private final Transcoder transcoder;
    private final ByteBuffer received = ByteBuffer.allocate(READ_BYTES).flip();

    Conversation(
            ListenerSettings settings, ServerCallListener listener, Socket socket, Alarms alarms)
            throws IOException {
        this.settings = settings;
        this.listener = listener;
        this.socket = socket;
        this.stream = TlsDoor.over(socket, settings.tls());
        this.alarms = alarms;
        this.codec = FrameCodec.of(settings.framing());
        this.transcoder = new Transcoder(settings.charset());
    }

    void hold() throws IOException {
        socket.setTcpNoDelay(true);
        try {
            byte[] request = read();
            while (request != null) {
                reply(answer(request));
                if (codec.endsWithTheStream()) {
                    return;
                }
                request = read();
            }
        } catch (FramingException e) {
            // The messages speak of replies, the direction that they were made for.
            LOG.log(
                    Level.WARNING,
                    "A call to listener {0} or its answer fits no frame: {1}",
                    settings.name(),
                    e.getMessage());
        }
    }

    private byte[] answer(byte[] request) throws IOException {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(listener.getClass().getClassLoader());
        try {
            byte[] payload = transcoder.incoming(request, settings.contentType());
            byte[] reply =
                    listener.answer(
                            new ServerCall(
                                    settings.name(),
                                    payload,
                                    settings.contentType(),
                                    String.valueOf(socket.getInetAddress().getHostAddress())));
            return transcoder.outgoing(reply, settings.contentType());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The next request; null where the other side ended between two of them. */
    private byte[] read() throws IOException, FramingException {
        FrameDecoder decoder = codec.decoder(settings.maxCallBytes());
        InputStream in = stream.getInputStream();
        Future<?> alarm = null;
        try {
            boolean begun = received.hasRemaining();
            alarm = alarm(begun ? settings.callMillis() : settings.idleMillis());
            while (!received.hasRemaining() || !decoder.feed(received)) {
                int count = in.read(received.array());
                if (count < 0) {
                    return decoder.end() ? decoder.payload() : null;
                }
                received.position(0).limit(count);
                if (!begun) {
                    begun = true;
                    alarm.cancel(false);
                    alarm = alarm(settings.callMillis());
                }
            }
            return decoder.payload();
        } finally {
            if (alarm != null) {
                alarm.cancel(false);
            }
        }
    }

    private void reply(byte[] payload) throws IOException, FramingException {
        byte[] frame = codec.encode(payload);
        Future<?> alarm = alarm(settings.callMillis());
        try {
            stream.getOutputStream().write(frame);
        } finally {
            alarm.cancel(false);
        }
    }

    private Future<?> alarm(long millis) {
        return alarms.at(
                Deadline.inMillis(millis),
                () -> {
                    try {
                        socket.close();
                    } catch (IOException e) {
                        LOG.log(Level.DEBUG, "A socket did not close in order.", e);
                    }
                });
    }
}
