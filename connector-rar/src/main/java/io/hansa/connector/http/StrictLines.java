package io.hansa.connector.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.util.CharArrayBuffer;

/**
 * The input of one connection, in which a head and the trailers after the last chunk end with their
 * blank line only. The library takes the end of the stream for it, and so a reply that was cut off
 * for a whole one (RFC 9112, section 8).
 */
final class StrictLines implements SessionInputBuffer {

    private final SessionInputBuffer input;
    private Watched watched;
    private boolean begun;

    StrictLines(SessionInputBuffer input) {
        this.input = input;
    }

    /** A head comes next; before its first line the stream may end. */
    void beginHead() {
        begun = false;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream stream) throws IOException {
        if (watched == null || !watched.watches(stream)) {
            watched = new Watched(stream);
        }
        int count = input.readLine(line, watched);
        if (watched.ended && (begun || count >= 0)) {
            throw new ConnectionClosedException("it ended before the blank line");
        }
        begun = true;
        return count;
    }

    /** Tells whether the stream ended: its last line had no end then. */
    private static final class Watched extends FilterInputStream {

        private boolean ended;

        Watched(InputStream stream) {
            super(stream);
        }

        boolean watches(InputStream stream) {
            return in == stream;
        }

        @Override
        public int read() throws IOException {
            return noting(in.read());
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return noting(in.read(target, offset, length));
        }

        private int noting(int read) {
            ended |= read < 0;
            return read;
        }
    }

    @Override
    public int length() {
        return input.length();
    }

    @Override
    public int capacity() {
        return input.capacity();
    }

    @Override
    public int available() {
        return input.available();
    }

    @Override
    public int read(byte[] target, int offset, int length, InputStream stream) throws IOException {
        return input.read(target, offset, length, stream);
    }

    @Override
    public int read(byte[] target, InputStream stream) throws IOException {
        return input.read(target, stream);
    }

    @Override
    public int read(InputStream stream) throws IOException {
        return input.read(stream);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
        return input.getMetrics();
    }
}
