package io.hansa.it.balancers;

import io.hansa.it.system.Credentials;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A caller that asks one node every 20 ms, each time on a new connection, and notes what it gets:
 * the status, with the code of a problem document, or how the connection failed.
 */
final class Knocking implements AutoCloseable {
    static final String REFUSED = "connection refused";
    static final String CUT = "connection cut";

    private static final Pattern CODE = Pattern.compile("\"code\":\"([a-z-]+)\"");
    private static final long EVERY_MILLIS = 20;
    private static final int MAX_MILLIS = 20_000;

    private final InetSocketAddress node;
    private final byte[] request;
    private final Map<String, Integer> seen = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;

    private Knocking(URI base, String request) {
        this.node = new InetSocketAddress(base.getHost(), base.getPort());
        this.request = request.getBytes(StandardCharsets.US_ASCII);
        this.thread = new Thread(this::knock, "knocking");
        thread.start();
    }

    /** Calls a service. */
    static Knocking calls(URI base, String capability, Credentials shown) {
        return new Knocking(
                base,
                "POST /api/v1/services/%s HTTP/1.1\r\nHost: hansa\r\nAuthorization: %s\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nknock"
                        .formatted(capability, shown.header()));
    }

    /** Reads a document. */
    static Knocking reads(URI base, String path) {
        return new Knocking(
                base,
                "GET %s HTTP/1.1\r\nHost: hansa\r\nConnection: close\r\n\r\n".formatted(path));
    }

    /** What was seen so far, and how often. */
    Map<String, Integer> seen() {
        return new TreeMap<>(seen);
    }

    int count(String outcome) {
        return seen.getOrDefault(outcome, 0);
    }

    private void knock() {
        try {
            while (!stopping.await(EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                seen.merge(outcome(), 1, Integer::sum);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private String outcome() {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(MAX_MILLIS);
            socket.connect(node, MAX_MILLIS);
            socket.getOutputStream().write(request);
            String reply =
                    new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (reply.isEmpty()) {
                return CUT;
            }
            Matcher code = CODE.matcher(reply);
            String status = reply.split(" ", 3)[1];
            return reply.contains("application/problem+json") && code.find()
                    ? status + " " + code.group(1)
                    : reply.contains("text/html") ? status + " page" : status;
        } catch (ConnectException none) {
            return REFUSED;
        } catch (IOException broken) {
            return CUT;
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
