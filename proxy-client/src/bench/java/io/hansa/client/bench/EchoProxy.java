package io.hansa.client.bench;

import io.hansa.benchmark.CpuPerOperation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A proxy that answers each request with 256 bytes, with as little work as possible. */
final class EchoProxy implements AutoCloseable {
    private static final String DOCUMENT =
            "{\"proxy\":\"echo\",\"load\":0.1,\"threshold\":0.9,\"accepting\":true,\"capabilities\":"
                    + "[{\"name\":\"echo\",\"replay\":\"ONCE\",\"via\":\"local\",\"available\":true}]}";

    private final ServerSocket listener;

    EchoProxy() throws IOException {
        listener = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, CpuPerOperation.OTHER_END);
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!listener.isClosed()) {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                start(() -> serve(socket));
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void serve(Socket socket) {
        byte[] result = reply("Hansa-Path: echo\r\nHansa-Server: echo/1\r\n", "x".repeat(256));
        byte[] document = reply("ETag: \"1\"\r\n", DOCUMENT);
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            for (String head = head(in); !head.isEmpty(); head = head(in)) {
                in.skipNBytes(length(head));
                out.write(head.startsWith("GET") ? document : result);
            }
        } catch (IOException left) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] reply(String headers, String body) {
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n"
                        + headers
                        + "Content-Length: "
                        + body.length()
                        + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            head.append((char) next);
            if (next == '\n' && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
                return head.toString();
            }
        }
        return "";
    }

    private static long length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf("content-length:");
        return at < 0
                ? 0
                : Long.parseLong(lower.substring(at + 15, lower.indexOf('\r', at)).strip());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
