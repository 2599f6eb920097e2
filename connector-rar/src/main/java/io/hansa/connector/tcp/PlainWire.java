package io.hansa.connector.tcp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** The bytes of the socket themselves. */
final class PlainWire implements Wire {

    private final CountingSocket socket;

    PlainWire(SocketChannel socket) {
        this.socket = new CountingSocket(socket);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return socket.read(target);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return socket.write(source);
    }

    @Override
    public boolean flushed() {
        return true;
    }

    @Override
    public long written() {
        return socket.written();
    }

    @Override
    public boolean buffers() {
        return false;
    }

    @Override
    public void endOutput() throws IOException {
        socket.socket().shutdownOutput();
    }

    @Override
    public int interest(boolean writing) {
        return writing ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
