package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * A request's stream, of which only so much can be read as a test lets arrive; reading more would
 * block, and fails.
 */
final class BytesByAndBy extends ServletInputStream {
    private static final int AT_MOST = 4096;

    private byte[] bytes = new byte[0];
    private int at;
    private boolean broken;
    private boolean last;
    private boolean finished;
    private boolean askedBehindTheEnd;

    void arrive(byte[] more) {
        bytes = more;
        at = 0;
    }

    /** Behind this the connection's next request begins. */
    void arriveLast(byte[] more) {
        arrive(more);
        last = true;
    }

    /** Whether somebody wanted to know what is there behind the end. */
    boolean askedBehindTheEnd() {
        return askedBehindTheEnd;
    }

    /** The connection broke. */
    void breakOff() {
        broken = true;
    }

    /** The container has told that nothing comes any more. */
    void finish() {
        finished = true;
    }

    @Override
    public int available() throws IOException {
        if (broken) {
            throw new IOException("The connection broke.");
        }
        return ready();
    }

    private int ready() {
        return Math.min(AT_MOST, bytes.length - at);
    }

    @Override
    public int read() {
        notBlocking();
        return bytes[at++] & 0xff;
    }

    @Override
    public int read(byte[] to, int from, int max) {
        if (max == 0) {
            return 0;
        }
        notBlocking();
        int length = Math.min(max, ready());
        System.arraycopy(bytes, at, to, from, length);
        at += length;
        return length;
    }

    private void notBlocking() {
        if (at == bytes.length) {
            throw new AssertionError("This would block.");
        }
    }

    @Override
    public boolean isFinished() {
        return finished;
    }

    @Override
    public boolean isReady() {
        askedBehindTheEnd |= last && ready() == 0;
        return ready() > 0;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("The test reads it itself.");
    }
}
