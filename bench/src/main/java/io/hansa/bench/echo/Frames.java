package io.hansa.bench.echo;

import java.nio.ByteBuffer;

/** A four-byte length, most significant byte first, and the data. */
final class Frames implements Protocol {
    private static final int PREFIX = 4;

    @Override
    public int whole(ByteBuffer received) {
        if (received.position() < PREFIX) {
            return 0;
        }
        int length = PREFIX + received.getInt(0);
        return received.position() < length ? 0 : length;
    }

    @Override
    public void answer(ByteBuffer received, int length, ByteBuffer reply) {
        reply.put(received.array(), 0, length);
    }
}
