package io.hansa.connector.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

/** A socket that counts what the system took of it to send. For one writing thread at a time. */
final class CountingSocket implements ByteChannel {

    private final SocketChannel socket;
    private long written;

    CountingSocket(SocketChannel socket) {
        this.socket = socket;
    }

    SocketChannel socket() {
        return socket;
    }

    /**
     * Bytes that may have left. A write that fails adds none: the system reports a failure only of
     * a call in which it took nothing (write(2)).
     */
    long written() {
        return written;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return socket.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int count = socket.write(source);
        written += count;
        return count;
    }

    @Override
    public boolean isOpen() {
        return socket.isOpen();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
