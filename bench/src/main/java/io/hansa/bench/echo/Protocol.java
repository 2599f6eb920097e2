package io.hansa.bench.echo;

import java.nio.ByteBuffer;

/** How requests are told apart on a connection, and what goes before the data that is sent back. */
interface Protocol {
    /**
     * How many of the bytes up to {@code received.position()} are the first whole request; 0 while
     * it is not whole.
     */
    int whole(ByteBuffer received);

    /**
     * Puts the answer to the request, which is the first {@code length} bytes of {@code received},
     * into {@code reply}.
     */
    void answer(ByteBuffer received, int length, ByteBuffer reply);
}
