package io.hansa.bench.load;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One request with a large body, on a connection of its own; what comes back is compared while it
 * comes. For many threads.
 */
final class LargeCall {
    private static final int SILENCE_MILLIS = 60_000;
    private static final int PART = 64 << 10;
    private static final int LONGEST_HEAD = 16 << 10;
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");
    private static final Pattern RETRY = Pattern.compile("(?i)\r\nretry-after: *(\\d+)\r\n");

    private final int port;
    private final byte[] head;
    private final byte[] body;
    private final ExecutorService threads;

    LargeCall(int port, byte[] head, byte[] body, ExecutorService threads) {
        this.port = port;
        this.head = head;
        this.body = body;
        this.threads = threads;
    }

    /**
     * @return 0 for the very body that was sent; the seconds after which to try again where there
     *     was no room
     * @throws IOException for every other answer, and for none
     */
    long answeredOrRetryAfter() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(SILENCE_MILLIS);
            threads.submit(() -> send(socket));
            InputStream in = new BufferedInputStream(socket.getInputStream(), PART);
            String answer = head(in);
            if (answer.startsWith("HTTP/1.1 200 ")) {
                compare(in, number(LENGTH, answer));
                return 0;
            }
            String problem =
                    new String(in.readNBytes((int) number(LENGTH, answer)), StandardCharsets.UTF_8);
            if (problem.contains("\"code\":\"overloaded\"")
                    && problem.contains("\"effect\":\"NONE\"")) {
                return number(RETRY, answer);
            }
            throw new IOException(answer.lines().findFirst().orElse("nothing") + ": " + problem);
        }
    }

    /**
     * Fails for a caller that is refused and leaves. The answer says which it was, so no caller
     * asks this.
     */
    private Void send(Socket socket) throws IOException {
        socket.getOutputStream().write(head);
        socket.getOutputStream().write(body);
        return null;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.length() < 4 || !text.substring(text.length() - 4).equals("\r\n\r\n")) {
            int next = in.read();
            if (next < 0 || text.length() > LONGEST_HEAD) {
                throw new IOException("closed after '" + text + "'");
            }
            text.append((char) next);
        }
        return text.toString();
    }

    private void compare(InputStream in, long length) throws IOException {
        byte[] part = new byte[PART];
        int at = 0;
        while (at < length && length == body.length) {
            int read = in.read(part);
            if (read < 0 || !Arrays.equals(part, 0, read, body, at, at + read)) {
                throw new IOException("another body from " + at);
            }
            at += read;
        }
        if (at != body.length) {
            throw new IOException("a body of " + length + " bytes");
        }
    }

    private static long number(Pattern header, String head) throws IOException {
        Matcher found = header.matcher(head);
        if (!found.find()) {
            throw new IOException("no " + header + " in '" + head + "'");
        }
        return Long.parseLong(found.group(1));
    }
}
