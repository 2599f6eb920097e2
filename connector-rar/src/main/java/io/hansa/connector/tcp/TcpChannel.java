package io.hansa.connector.tcp;

import io.hansa.connector.framing.FrameDecoder;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/**
 * One connection to one business server. For one thread at a time, except {@link #close()}, by which any thread ends an
 * exchange.
 */
final class TcpChannel implements Closeable {

    private static final int READ_BYTES = 16 * 1024;

    /** The JDK copies what it writes to a buffer outside the heap and keeps that for the thread. */
    private static final int WRITE_BYTES = 64 * 1024;

    private final SocketChannel socket;
    private final Readiness readiness;
    private final ByteBuffer received = ByteBuffer.allocate(READ_BYTES);
    private boolean sent;
    private boolean reusable = true;

    private TcpChannel(SocketChannel socket) throws IOException {
        this.socket = socket;
        socket.configureBlocking(false);
        socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
        socket.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        this.readiness = new Readiness(socket);
    }

    static TcpChannel connect(InetSocketAddress address, Deadline deadline) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            TcpChannel channel = new TcpChannel(socket);
            try {
                channel.connectBefore(address, deadline);
                return channel;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /** Sends a frame and returns the payload of the reply's frame. After any exception the channel is broken. */
    byte[] exchange(byte[] frame, FrameDecoder decoder, Deadline deadline)
            throws IOException, FramingException {
        sent = false;
        reusable = false;
        boolean begun = false;
        ByteBuffer rest = ByteBuffer.wrap(frame);
        write(rest);
        while (true) {
            // A server may reply before it has read everything, and then stop reading until its
            // reply is taken.
            int operations = SelectionKey.OP_READ;
            if (rest.hasRemaining()) {
                operations |= SelectionKey.OP_WRITE;
            }
            int ready = readiness.await(operations, deadline);
            if ((ready & SelectionKey.OP_READ) != 0) {
                read(begun);
                begun = true;
                if (decoder.feed(received)) {
                    reusable = !rest.hasRemaining() && !received.hasRemaining();
                    return decoder.payload();
                }
            }
            if (rest.hasRemaining()) {
                write(rest);
            }
        }
    }

    /** Whether the server may have seen any byte of the last exchange's request. */
    boolean sent() {
        return sent;
    }

    /** Whether the last exchange left nothing over on either side. */
    boolean reusable() {
        return reusable;
    }

    /** Whether the server has kept the idle connection open and sent nothing unasked. */
    boolean fit() {
        try {
            received.clear();
            return socket.read(received) == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        // The selector comes second: it frees the descriptor of the socket that is registered with
        // it.
        try (readiness) {
            socket.close();
        }
    }

    private void connectBefore(InetSocketAddress address, Deadline deadline) throws IOException {
        if (socket.connect(address)) {
            return;
        }
        try {
            do {
                readiness.await(SelectionKey.OP_CONNECT, deadline);
            } while (!socket.finishConnect());
        } catch (DeadlinePassedException e) {
            throw new SocketTimeoutException("no answer from " + address + " in time");
        }
    }

    private void read(boolean begun) throws IOException {
        received.clear();
        if (socket.read(received) < 0) {
            throw begun
                    ? new HalfReplyException()
                    : new EOFException("it closed the connection without a reply");
        }
        received.flip();
    }

    private void write(ByteBuffer rest) throws IOException {
        int end = rest.limit();
        rest.limit(Math.min(end, rest.position() + WRITE_BYTES));
        boolean untouched = !sent;
        // Also when the write fails: part of it may have left.
        sent = true;
        int count = socket.write(rest);
        if (untouched && count == 0) {
            sent = false;
        }
        rest.limit(end);
    }
}
