package io.hansa.connector.fakeserver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * An address whose queue of connections is full: on Linux, further attempts are not even refused.
 */
public final class Unanswering implements AutoCloseable {

    private static final int MORE_THAN_FIT = 8;

    private final ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<SocketChannel> queue = new ArrayList<>();

    public Unanswering() throws IOException {
        for (int attempt = 0; attempt < MORE_THAN_FIT; attempt++) {
            SocketChannel waiting = SocketChannel.open();
            queue.add(waiting);
            waiting.configureBlocking(false);
            waiting.connect(listener.getLocalSocketAddress());
        }
    }

    public URI endpoint() {
        return URI.create("tcp://127.0.0.1:" + listener.getLocalPort());
    }

    @Override
    public void close() throws IOException {
        for (SocketChannel waiting : queue) {
            waiting.close();
        }
        listener.close();
    }
}
