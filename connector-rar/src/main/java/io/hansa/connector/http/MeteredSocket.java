package io.hansa.connector.http;

import io.hansa.connector.pool.ReplyMeter;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.impl.io.SocketHolder;

/** The streams of one connection, with a count of what passes. For one thread at a time. */
final class MeteredSocket extends SocketHolder {

    /**
     * An idle connection has room for that much in the system's buffer. So a first write of so
     * little is one call of the system, and where that fails nothing was taken.
     */
    private static final int ONE_CALL = 8 * 1024;

    private final ReplyMeter received = new ReplyMeter();
    private long sent;

    MeteredSocket(Socket socket) {
        super(socket);
    }

    MeteredSocket(SSLSocket sslSocket, Socket socket) {
        super(sslSocket, socket);
    }

    /** Another exchange begins. */
    void reset() {
        received.reset();
        sent = 0;
    }

    ReplyMeter received() {
        return received;
    }

    /** Whether any byte of the request may have left. */
    boolean sent() {
        return sent > 0;
    }

    @Override
    protected InputStream getInputStream(Socket socket) throws IOException {
        return new FilterInputStream(super.getInputStream(socket)) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = in.read(target, offset, length);
                if (count > 0) {
                    received.add(target, offset, count);
                }
                return count;
            }
        };
    }

    @Override
    protected OutputStream getOutputStream(Socket socket) throws IOException {
        return new FilterOutputStream(super.getOutputStream(socket)) {
            @Override
            public void write(int value) throws IOException {
                write(new byte[] {(byte) value}, 0, 1);
            }

            @Override
            public void write(byte[] source, int offset, int length) throws IOException {
                boolean oneCall = sent == 0 && length <= ONE_CALL;
                sent += length;
                try {
                    out.write(source, offset, length);
                } catch (IOException e) {
                    if (oneCall) {
                        sent = 0;
                    }
                    throw e;
                }
            }
        };
    }
}
