package io.hansa.connector.framing;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Bytes as they come in. Space grows with the bytes that arrived and not with the announced length.
 * A server that announces megabytes and sends nothing costs nothing.
 */
final class ByteSink {

    private static final int FIRST = 64 * 1024;
    private static final int FIRST_UNKNOWN = 512;

    /**
     * Old and new bytes exist at the same time while it grows, so large buffers must not be
     * doubled.
     */
    private static final int ANNOUNCED_GROWTH = 8;

    private final int max;
    private final int growth;
    private byte[] bytes;
    private int size;

    private ByteSink(int max, int first, int growth) {
        this.max = max;
        this.growth = growth;
        this.bytes = new byte[Math.min(max, first)];
    }

    /** For exactly so many bytes. */
    static ByteSink exactly(int length) {
        return new ByteSink(length, FIRST, ANNOUNCED_GROWTH);
    }

    /** For any number of bytes that is not greater. */
    static ByteSink upTo(int max) {
        return new ByteSink(max, FIRST_UNKNOWN, 2);
    }

    /** Takes what there is room for; whether it is full now. */
    boolean fill(ByteBuffer received) {
        int count = Math.min(received.remaining(), max - size);
        ensure(size + count);
        received.get(bytes, size, count);
        size += count;
        return size == max;
    }

    void add(byte value) {
        ensure(size + 1);
        bytes[size++] = value;
    }

    boolean full() {
        return size == max;
    }

    boolean endsWith(byte[] end) {
        return size >= end.length
                && Arrays.equals(bytes, size - end.length, size, end, 0, end.length);
    }

    /** All but the last ones. */
    byte[] without(int last) {
        int length = size - last;
        return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
    }

    private void ensure(int needed) {
        if (needed > bytes.length) {
            long grown = Math.max(needed, (long) growth * bytes.length);
            bytes = Arrays.copyOf(bytes, (int) Math.min(max, grown));
        }
    }
}
