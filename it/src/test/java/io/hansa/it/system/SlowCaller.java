package io.hansa.it.system;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A caller who sends and reads as slowly as told: a bare socket, one request after another. For one
 * thread.
 */
public final class SlowCaller implements AutoCloseable {
    private static final int LONGEST_WAIT_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final OutputStream out;
    private final InputStream in;
    private final ProxySystem proxy;
    private final byte[] head;

    /**
     * Sends the head of a request, the only one of its connection, whose body of that length
     * follows.
     */
    public SlowCaller(
            ProxySystem proxy, String capability, Credentials shown, int length, long withinMillis)
            throws IOException {
        this(proxy, capability, shown, length, withinMillis, "close");
    }

    private SlowCaller(
            ProxySystem proxy,
            String capability,
            Credentials shown,
            int length,
            long withinMillis,
            String connection)
            throws IOException {
        this(proxy, head(proxy, capability, shown, length, withinMillis, connection));
    }

    private SlowCaller(ProxySystem proxy, byte[] head) throws IOException {
        this.proxy = proxy;
        this.head = head;
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        socket.connect(new InetSocketAddress(proxy.base().getHost(), proxy.base().getPort()));
        out = socket.getOutputStream();
        in = new BufferedInputStream(socket.getInputStream());
        socket.setTcpNoDelay(true);
        out.write(head);
    }

    private static byte[] head(
            ProxySystem proxy,
            String capability,
            Credentials shown,
            int length,
            long withinMillis,
            String connection) {
        return head(
                proxy,
                "POST /api/v1/services/" + capability,
                "Authorization: " + shown.header(),
                "Content-Length: " + length,
                "Hansa-Timeout-Ms: " + withinMillis,
                "Connection: " + connection);
    }

    private static byte[] head(ProxySystem proxy, String request, String... headers) {
        return "%s HTTP/1.1\r\nHost: %s\r\n%s\r\n\r\n"
                .formatted(request, proxy.base().getAuthority(), String.join("\r\n", headers))
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Sends the same head once more. */
    public void again() throws IOException {
        out.write(head);
    }

    /** One that wants to keep its connection. */
    public static SlowCaller keeping(
            ProxySystem proxy, String capability, Credentials shown, int length)
            throws IOException {
        return new SlowCaller(proxy, capability, shown, length, 10_000, "keep-alive");
    }

    /**
     * One that sends any head, and keeps its connection.
     *
     * @param request its method and its address
     */
    public static SlowCaller of(ProxySystem proxy, String request, String... headers)
            throws IOException {
        return new SlowCaller(proxy, head(proxy, request, headers));
    }

    /** Sends the head of another request, and what belongs to it, at once. */
    public void then(String capability, Credentials shown, byte... data) throws IOException {
        byte[] next = head(proxy, capability, shown, data.length, 10_000, "keep-alive");
        byte[] all = Arrays.copyOf(next, next.length + data.length);
        System.arraycopy(data, 0, all, next.length, data.length);
        out.write(all);
    }

    public void send(byte... some) throws IOException {
        out.write(some);
    }

    /** Whether an answer is there, or comes in a moment. */
    public boolean answered() throws IOException {
        socket.setSoTimeout(500);
        try {
            in.mark(1);
            boolean something = in.read() >= 0;
            in.reset();
            return something;
        } catch (SocketTimeoutException nothing) {
            return false;
        } finally {
            socket.setSoTimeout(LONGEST_WAIT_MILLIS);
        }
    }

    /** The status of the answer, as soon as it comes. */
    public int status() throws IOException {
        String line = new String(in.readNBytes(12), StandardCharsets.US_ASCII);
        if (line.length() < 12) {
            throw new IOException("The proxy hung up without an answer.");
        }
        return Integer.parseInt(line.substring(9));
    }

    /** What follows the status, up to the end of the connection. */
    public String rest() throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }

    /** What follows, up to and with these words; the connection may stay. */
    public String upTo(String words) throws IOException {
        StringBuilder read = new StringBuilder();
        while (read.indexOf(words) < 0) {
            int one = in.read();
            if (one < 0) {
                throw new IOException("The proxy hung up before it said " + words + ": " + read);
            }
            read.append((char) one);
        }
        return read.toString();
    }

    /** Closes the connection, even in the middle of a request. */
    @Override
    public void close() throws IOException {
        socket.close();
    }
}
