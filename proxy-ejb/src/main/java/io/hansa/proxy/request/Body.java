package io.hansa.proxy.request;

import java.io.IOException;

/** The business data while it is still on its way in, read once it is known that the caller may send it. */
public interface Body {
    /**
     * All of it, at most {@code most} bytes.
     *
     * @param deadlineNanos the {@link System#nanoTime()} after which it is of no use any more
     * @return null where it is longer
     * @throws IOException where the caller went away or sent too slowly
     */
    byte[] read(int most, long deadlineNanos) throws IOException;

    /** Data that came whole with the call itself. It is not copied: whoever gives it leaves it alone from now on. */
    static Body of(byte[] data) {
        return (most, deadlineNanos) -> data.length > most ? null : data;
    }
}
