package io.hansa.bench.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection, on which a request goes out as soon as the reply to the last one is there. */
final class Connection {
    private final SocketChannel channel;
    private final SelectionKey key;
    private final Reply reply;
    private final ByteBuffer body;
    private final ByteBuffer[] request = new ByteBuffer[2];
    private long sentAt;

    /**
     * @param body of every request, and of every good reply
     */
    Connection(Selector selector, int port, byte[] body) throws IOException {
        channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true).configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        this.body = ByteBuffer.wrap(body);
        this.reply = new Reply(body);
    }

    void ask(byte[] head) throws IOException {
        reply.clear();
        request[0] = ByteBuffer.wrap(head);
        request[1] = body.rewind();
        sentAt = System.nanoTime();
        write();
    }

    void write() throws IOException {
        channel.write(request);
        key.interestOps(body.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
    }

    /** Reads what is there; true when the reply has come whole. */
    boolean answered() throws IOException {
        if (channel.read(reply.space()) < 0) {
            throw new IOException("a connection closed before its reply");
        }
        return reply.complete();
    }

    Reply reply() {
        return reply;
    }

    long sentAt() {
        return sentAt;
    }

    void close() throws IOException {
        channel.close();
    }
}
