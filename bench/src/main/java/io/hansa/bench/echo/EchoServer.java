package io.hansa.bench.echo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** Answers all connections to one port of the loopback address on one thread. */
final class EchoServer {
    private static final int BACKLOG = 1024;

    private final Selector selector = Selector.open();
    private final ServerSocketChannel listener = ServerSocketChannel.open();
    private final Protocol protocol;

    /**
     * @param port 0: any that is free
     */
    EchoServer(Protocol protocol, int port) throws IOException {
        this.protocol = protocol;
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        listener.configureBlocking(false).register(selector, SelectionKey.OP_ACCEPT);
    }

    int port() throws IOException {
        return ((InetSocketAddress) listener.getLocalAddress()).getPort();
    }

    /** A thread that does not keep the process alive. */
    EchoServer start() {
        Thread thread = new Thread(this::run, "echo");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    private void run() {
        try {
            while (true) {
                selector.select(this::turn);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void turn(SelectionKey key) {
        if (key.attachment() instanceof EchoConnection connection) {
            connection.turn();
            return;
        }
        try {
            SocketChannel channel = listener.accept();
            if (channel != null) {
                new EchoConnection(selector, channel, protocol);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
