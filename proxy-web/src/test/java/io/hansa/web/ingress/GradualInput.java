package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** A request's stream of which a test decides what has arrived. A read of more fails. */
final class GradualInput extends ServletInputStream {
    private static final int AT_MAX = 4096;

    private byte[] bytes = new byte[0];
    private int at;
    private boolean broken;
    private boolean last;
    private boolean finished;
    private boolean listenerRefused;
    private ReadListener listener;
    private boolean askedAfterTheEnd;

    void arrive(byte[] more) {
        bytes = more;
        at = 0;
    }

    /** The connection's next request begins after this. */
    void arriveLast(byte[] more) {
        arrive(more);
        last = true;
    }

    /** Whether {@code isReady()} was called after the last byte. */
    boolean askedAfterTheEnd() {
        return askedAfterTheEnd;
    }

    /** The connection broke. */
    void breakOff() {
        broken = true;
    }

    /** The container has read the end of the body. */
    void finish() {
        finished = true;
    }

    /** The container throws when the listener is set. */
    void refuseListener() {
        listenerRefused = true;
    }

    ReadListener listener() {
        return listener;
    }

    @Override
    public int available() throws IOException {
        if (broken) {
            throw new IOException("The connection broke.");
        }
        return ready();
    }

    private int ready() {
        return Math.min(AT_MAX, bytes.length - at);
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
        askedAfterTheEnd |= last && ready() == 0;
        return ready() > 0;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        if (listenerRefused) {
            throw new IllegalStateException("A listener is not possible now.");
        }
        this.listener = listener;
    }
}
