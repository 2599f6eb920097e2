package io.hansa.it.system;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;

/** A caller who sends what it likes over a bare socket. For one thread. */
public final class RawCaller implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 10_000;

    private final Socket socket;

    public RawCaller(ProxySystem proxy) throws IOException {
        socket = new Socket(proxy.base().getHost(), proxy.base().getPort());
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
    }

    /** Sends text, each character of which is one byte. */
    public RawCaller send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return this;
    }

    /**
     * What comes until the server closes the connection, also by a reset.
     *
     * @throws java.net.SocketTimeoutException if it keeps the connection for ten seconds
     */
    public String untilClosed() throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] some = new byte[8192];
        InputStream in = socket.getInputStream();
        try {
            for (int n = in.read(some); n >= 0; n = in.read(some)) {
                read.append(new String(some, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (SocketException reset) {
            read.append("<reset>");
        }
        return read.toString();
    }

    /** Reads and drops what comes, until the connection ends or the test stops it. */
    public void untilClosedOr(AtomicBoolean ended) throws IOException {
        byte[] some = new byte[65536];
        InputStream in = socket.getInputStream();
        while (!ended.get() && in.read(some) >= 0) {
            // the next
        }
    }

    /** Resets the connection: what is on its way is lost. */
    public void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
