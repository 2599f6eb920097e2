package io.hansa.connector.tcp;

import io.hansa.connector.pool.Deadline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import tlschannel.ClientTlsChannel;
import tlschannel.HeapBufferAllocator;
import tlschannel.NeedsReadException;
import tlschannel.NeedsWriteException;
import tlschannel.TlsChannel;

/**
 * A TLS stream in the socket. A direction may have to wait for the other one, as the protocol's own
 * messages pass.
 */
final class TlsWire implements Wire {

    private final CountingSocket socket;
    private final TlsChannel channel;
    private int readNeeds = SelectionKey.OP_READ;
    private int writeNeeds = SelectionKey.OP_WRITE;
    private boolean flushed = true;

    TlsWire(SocketChannel socket, SSLEngine engine) {
        this.socket = new CountingSocket(socket);
        this.channel =
                ClientTlsChannel.newBuilder(this.socket, engine)
                        .withEncryptedBufferAllocator(new HeapBufferAllocator())
                        .withPlainBufferAllocator(new HeapBufferAllocator())
                        .build();
    }

    /** Agrees on keys, before which nothing of a request is sent. */
    void handshake(Readiness readiness, Deadline deadline) throws IOException {
        while (true) {
            try {
                channel.handshake();
                return;
            } catch (NeedsReadException e) {
                readiness.await(SelectionKey.OP_READ, deadline);
            } catch (NeedsWriteException e) {
                readiness.await(SelectionKey.OP_WRITE, deadline);
            }
        }
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        try {
            int count = channel.read(target);
            if (count < 0 && !channel.shutdownReceived()) {
                throw new SSLException("it ended the connection without TLS's own end");
            }
            readNeeds = SelectionKey.OP_READ;
            return count;
        } catch (NeedsReadException e) {
            readNeeds = SelectionKey.OP_READ;
            return 0;
        } catch (NeedsWriteException e) {
            readNeeds = SelectionKey.OP_WRITE;
            return 0;
        }
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        int start = source.position();
        flushed = false;
        try {
            channel.write(source);
            flushed = true;
        } catch (NeedsReadException e) {
            writeNeeds = SelectionKey.OP_READ;
        } catch (NeedsWriteException e) {
            writeNeeds = SelectionKey.OP_WRITE;
        }
        return source.position() - start;
    }

    @Override
    public boolean flushed() {
        return flushed;
    }

    @Override
    public long written() {
        return socket.written();
    }

    @Override
    public boolean buffers() {
        return true;
    }

    @Override
    public void endOutput() throws IOException {
        throw new IOException("TLS ends both directions at once");
    }

    @Override
    public int interest(boolean writing) {
        return writing ? readNeeds | writeNeeds : readNeeds;
    }

    @Override
    public void close() throws IOException {
        try (socket) {
            channel.close();
        }
    }
}
