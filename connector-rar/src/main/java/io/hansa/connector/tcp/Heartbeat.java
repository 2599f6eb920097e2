package io.hansa.connector.tcp;

import io.hansa.connector.Dialogue;
import io.hansa.connector.Probe;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.correlation.KeyReader;
import io.hansa.connector.framing.FrameCodec;
import io.hansa.connector.framing.FramingException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Asks a shared channel's server for an echo when nothing has come for a while, and ends a channel
 * whose server stays silent for as long again. For the thread of the channel. Without an echo it
 * does nothing.
 */
final class Heartbeat {

    private final Probe echo;
    private final FrameCodec codec;
    private final KeyReader keys;
    private final long afterNanos;
    private long since = System.nanoTime();
    private boolean asked;

    Heartbeat(ServerTarget target, FrameCodec codec, KeyReader keys) {
        Dialogue dialogue = (Dialogue) target.framing();
        this.echo = dialogue.echo();
        this.codec = codec;
        this.keys = keys;
        this.afterNanos = TimeUnit.MILLISECONDS.toNanos(dialogue.echoAfterMillis());
    }

    void heard() {
        since = System.nanoTime();
        asked = false;
    }

    /** Until it wants to beat; 0 for never, as a selector takes it. */
    long millisLeft() {
        if (echo == null) {
            return 0;
        }
        long left = since + afterNanos - System.nanoTime();
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(left) + 1);
    }

    void beat(SharedChannel channel) throws IOException, FramingException, CorrelationException {
        if (echo == null || System.nanoTime() - since < afterNanos) {
            return;
        }
        if (asked) {
            throw new IOException("it did not answer the echo in time");
        }
        since = System.nanoTime();
        asked = true;
        Pending pending = new Pending(keys.ofRequest(echo.request()), codec.encode(echo.request()));
        // With its key in use there is traffic. Silence still ends the channel.
        if (channel.inFlight().add(pending) == null) {
            channel.outbox().add(pending);
        }
    }
}
