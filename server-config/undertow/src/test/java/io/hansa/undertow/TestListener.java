package io.hansa.undertow;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A real listener on a free port of the loopback interface. */
final class TestListener implements AutoCloseable {
    private final Undertow server;

    TestListener(HttpHandler root) {
        this(Undertow.builder().setHandler(root));
    }

    /**
     * @param settings with a handler
     */
    TestListener(Undertow.Builder settings) {
        server = settings.addHttpListener(0, "127.0.0.1").build();
        server.start();
    }

    /** All that comes until the listener closes the connection. */
    String answer(String request) throws IOException {
        InetSocketAddress bound = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        try (Socket socket = new Socket("127.0.0.1", bound.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}
