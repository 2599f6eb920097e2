package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * What a caller still sends of its request. Counts what is taken of what was announced, so that
 * nobody asks behind the end whether there is more: Grizzly would read on there, into the
 * connection's next request, and lose it or mix it up with this one. It tells the end unasked,
 * right after it has told of the data. Undertow has to be asked. One thread at a time.
 */
final class BoundedRequestInput {
    private final ServletInputStream in;
    private final boolean endIsTold;
    private long owed;

    /**
     * @param owed bytes; less than none where nothing was announced
     * @param endIsTold whether the container tells the end unasked
     */
    BoundedRequestInput(ServletInputStream in, long owed, boolean endIsTold) {
        this.in = in;
        this.owed = owed;
        this.endIsTold = endIsTold;
    }

    /** To be called last: the listener may be called before this returns. */
    void tell(ReadListener listener) {
        in.setReadListener(listener);
    }

    /** Whether something can be read without waiting; if not, the listener is told when it can. */
    boolean isReady() {
        return !endWillBeTold() && in.isReady();
    }

    /**
     * Not where the container had it all before there was a listener: it tells that end only to who
     * asks.
     */
    private boolean endWillBeTold() {
        return endIsTold && owed == 0 && !in.isFinished();
    }

    int read() throws IOException {
        int one = in.read();
        taken(one < 0 ? 0 : 1);
        return one;
    }

    int read(byte[] to, int from, int max) throws IOException {
        int read = in.read(to, from, max);
        taken(read);
        return read;
    }

    private void taken(int bytes) {
        if (owed > 0 && bytes > 0) {
            owed -= bytes;
        }
    }
}
