package io.hansa.web.ingress;

import io.hansa.proxy.pipeline.Body;
import io.hansa.proxy.protection.BodyMemoryBudget;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;

/**
 * The bytes of a body that arrives over time. It grows with what arrives and not with what is
 * declared, and the lease pays for each growth before the memory is allocated. Safe for many
 * threads.
 */
final class BodyBuffer {
    private static final int MIN_BYTES = 1 << 10;
    private static final int GROWTH = 4;

    /**
     * A client that has sent so much gets memory for all that it declared, and for the reply, so
     * that it is not refused halfway.
     */
    private static final int RESERVED_FROM = 1 << 20;

    private final BodyMemoryBudget.Lease lease;
    private final long declared;
    private byte[] bytes;
    private int length;
    private boolean replyReserved;
    private boolean discarded;

    /**
     * @param declared -1 where the request declares no length
     */
    BodyBuffer(BodyMemoryBudget.Lease lease, long declared, byte[] received, int length) {
        this.lease = lease;
        this.declared = declared;
        this.length = length;
        int needed = Math.max(length, Math.min(MIN_BYTES, received.length));
        lease.take(needed);
        bytes = Arrays.copyOf(received, needed);
    }

    synchronized int length() {
        return length;
    }

    /** As {@link ServletBody#read}. */
    synchronized boolean read(BoundedRequestInput in, int max) throws IOException {
        if (discarded) {
            return false;
        }
        if (length == bytes.length) {
            int limit = declared < 0 ? max : (int) declared;
            if (length == limit) {
                if (in.read() >= 0) {
                    throw Body.tooLarge(max);
                }
                return true;
            }
            grow(limit);
        }
        int read = in.read(bytes, length, bytes.length - length);
        if (read > 0) {
            length += read;
        }
        return true;
    }

    private void grow(int limit) {
        long larger = Math.min(limit, Math.max(MIN_BYTES, (long) bytes.length * GROWTH));
        if (declared > RESERVED_FROM && bytes.length >= RESERVED_FROM) {
            larger = declared;
            reserveReply(declared);
        }
        int before = bytes.length;
        lease.take(larger);
        bytes = Arrays.copyOf(bytes, (int) larger);
        lease.giveBack(before);
    }

    /**
     * The body has ended. Memory for the reply to a long body is reserved before the request is
     * sent on.
     *
     * @return null where it was discarded
     */
    synchronized byte[] end() throws IOException {
        if (discarded) {
            return null;
        }
        if (length < declared) {
            throw new EOFException("The body is shorter than declared.");
        }
        if (length < bytes.length) {
            lease.take(length);
            lease.giveBack(bytes.length);
            bytes = Arrays.copyOf(bytes, length);
        }
        if (length > ServletBody.MAX_IMMEDIATE) {
            reserveReply(length);
        }
        return bytes;
    }

    /** Drops the bytes. What still arrives is not read here. */
    synchronized void discard() {
        bytes = new byte[0];
        discarded = true;
    }

    /** A reply is taken to be as long as its request. */
    private void reserveReply(long reply) {
        if (!replyReserved) {
            lease.take(reply);
            replyReserved = true;
        }
    }
}
