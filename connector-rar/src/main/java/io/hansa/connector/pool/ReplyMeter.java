package io.hansa.connector.pool;

import io.hansa.connector.Received;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Counts the bytes of one reply and keeps the first ones. For one thread at a time. */
public final class ReplyMeter {

    private final byte[] first = new byte[Received.MAX_FIRST];
    private long count;

    /** Another reply begins. */
    public void reset() {
        count = 0;
    }

    /** Counts the bytes between position and limit, and changes neither. */
    public void add(ByteBuffer received) {
        if (count < first.length) {
            int kept = Math.min(first.length - (int) count, received.remaining());
            received.get(received.position(), first, (int) count, kept);
        }
        count += received.remaining();
    }

    public void add(byte[] received, int offset, int length) {
        if (count < first.length) {
            int kept = Math.min(first.length - (int) count, length);
            System.arraycopy(received, offset, first, (int) count, kept);
        }
        count += length;
    }

    public boolean empty() {
        return count == 0;
    }

    public Received received() {
        return count == 0
                ? Received.NOTHING
                : new Received(count, Arrays.copyOf(first, (int) Math.min(count, first.length)));
    }
}
