package io.hansa.connector.inbound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.Correlation;
import io.hansa.connector.Delimiter;
import io.hansa.connector.Dialogue;
import io.hansa.connector.ListenerLimits;
import io.hansa.connector.ListenerSettings;
import io.hansa.connector.fakeserver.Caller;
import io.hansa.connector.pool.Alarms;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A port of lines with correlation, and one connection to it; each character is one byte. */
final class CalledPort implements AutoCloseable {

    /** Answers a line by another one. */
    interface Replies {
        String to(String call) throws CallFailedException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Alarms alarms = new Alarms();
    private final CallPort port;
    private final Socket socket;
    private final InputStream in;

    private CalledPort(ListenerSettings settings, Executor executor, Replies replies)
            throws IOException {
        port =
                CallPort.open(
                        settings,
                        call ->
                                replies.to(new String(call.payload(), ISO_8859_1))
                                        .getBytes(ISO_8859_1),
                        executor == null ? threads : executor,
                        alarms);
        socket = new Socket(InetAddress.getLoopbackAddress(), port.port());
        socket.setSoTimeout(20_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static CalledPort open(Correlation correlation, Replies replies) throws IOException {
        return open(settings(correlation, new ListenerLimits(2, 8, 1000, 20_000, 20_000)), replies);
    }

    static CalledPort open(ListenerSettings settings, Replies replies) throws IOException {
        return new CalledPort(settings, null, replies);
    }

    static CalledPort open(ListenerSettings settings, Executor executor, Replies replies)
            throws IOException {
        return new CalledPort(settings, executor, replies);
    }

    static ListenerSettings settings(Correlation correlation, ListenerLimits limits) {
        return new ListenerSettings(
                "tills",
                "127.0.0.1",
                0,
                new Dialogue(new Delimiter(new byte[] {'\n'}), correlation),
                null,
                "text/plain",
                limits);
    }

    void send(String... lines) throws IOException {
        socket.getOutputStream().write((String.join("\n", lines) + "\n").getBytes(ISO_8859_1));
    }

    /** The next line; null at the end. */
    String receive() throws IOException {
        return Caller.readLine(in);
    }

    void sendsNoMore() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        port.close();
        threads.shutdownNow();
        alarms.close();
    }
}
