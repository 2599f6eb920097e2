package io.hansa.bench.echo;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/**
 * One connection whose requests are answered one after the other. Confined to the server's thread.
 */
final class EchoConnection {
    private static final int BYTES = 2 << 20;
    private static final int FIRST = 16 * 1024;

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Protocol protocol;
    private ByteBuffer received = ByteBuffer.allocate(FIRST);
    private ByteBuffer reply = ByteBuffer.allocate(2 * FIRST).limit(0);

    EchoConnection(Selector selector, SocketChannel channel, Protocol protocol) throws IOException {
        this.channel = channel;
        this.protocol = protocol;
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Reads and writes what can be; closes the connection when the other side has. */
    void turn() {
        try {
            if (reply.hasRemaining()) {
                send();
            } else if (channel.read(received) < 0) {
                channel.close();
                return;
            }
            int length = reply.hasRemaining() ? 0 : protocol.whole(received);
            while (length > 0 && !reply.hasRemaining()) {
                reply.clear();
                protocol.answer(received, length, reply);
                reply.flip();
                received.flip().position(length);
                received.compact();
                send();
                length = protocol.whole(received);
            }
            makeRoom();
        } catch (IOException gone) {
            key.cancel();
        }
    }

    private void send() throws IOException {
        channel.write(reply);
        key.interestOps(reply.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    private void makeRoom() throws IOException {
        if (received.hasRemaining()) {
            return;
        }
        if (received.capacity() >= BYTES) {
            throw new IOException("A request longer than " + BYTES + " bytes is not echoed.");
        }
        received = ByteBuffer.allocate(2 * received.capacity()).put(received.flip());
        reply = ByteBuffer.allocate(2 * received.capacity()).limit(0);
    }
}
