package io.hansa.web.ingress;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/**
 * The rest of a request's body. It counts the bytes, because Grizzly must not be asked after the
 * last declared byte whether there are more: it would read on into the connection's next request,
 * and lose it or mix it up with this one. One thread at a time.
 *
 * <p>To be deleted when Grizzly's {@code isReady()} stops at the end of the declared length. {@code
 * SlowCallersView} shows that.
 */
final class BoundedRequestInput {
    private final ServletInputStream in;
    private final boolean endIsAskedFor;
    private long remaining;

    /**
     * @param remaining bytes; negative where the request declares no length
     * @param endIsAskedFor whether the container signals the end only after it was asked
     */
    BoundedRequestInput(ServletInputStream in, long remaining, boolean endIsAskedFor) {
        this.in = in;
        this.remaining = remaining;
        this.endIsAskedFor = endIsAskedFor;
    }

    /** To be called last: the container may call the listener before this returns. */
    void register(ReadListener listener) {
        in.setReadListener(listener);
    }

    /** Whether a read does not wait. If not, the container calls the listener when it does not. */
    boolean isReady() {
        return !endIsSignalledUnasked() && in.isReady();
    }

    /**
     * Not where the container had read the whole body before the listener was set: then Grizzly,
     * too, signals the end only after it was asked.
     */
    private boolean endIsSignalledUnasked() {
        return !endIsAskedFor && remaining == 0 && !in.isFinished();
    }

    int read() throws IOException {
        int one = in.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    int read(byte[] to, int from, int max) throws IOException {
        int read = in.read(to, from, max);
        count(read);
        return read;
    }

    private void count(int bytes) {
        if (remaining > 0 && bytes > 0) {
            remaining -= bytes;
        }
    }
}
