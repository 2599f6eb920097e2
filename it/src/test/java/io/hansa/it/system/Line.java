package io.hansa.it.system;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One connection as a business server's manners see it; for the connection's thread. */
public final class Line {
    private static final int LONGEST_HANG_SECONDS = 60;

    private final Wire wire;
    private final OutputStream out;
    private final CountDownLatch closing;

    Line(Wire wire, OutputStream out, CountDownLatch closing) {
        this.wire = wire;
        this.out = out;
        this.closing = closing;
    }

    /** One whole message. */
    public void send(byte[] message) throws IOException {
        wire.write(out, message);
    }

    /** Bytes as they are, framed or not. */
    public void sendRaw(byte... bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /** Says nothing more until the server is closed. */
    public void hang() {
        pause(TimeUnit.SECONDS.toMillis(LONGEST_HANG_SECONDS));
    }

    /**
     * @return false once the server is being closed
     */
    public boolean pause(long millis) {
        try {
            return !closing.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
