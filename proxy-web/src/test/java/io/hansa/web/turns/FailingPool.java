package io.hansa.web.turns;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;

/** Buffers as ever, but none for connections whose turn has come, once it is said so. */
final class FailingPool extends DefaultByteBufferPool {
    private static final StackWalker CALLS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private volatile boolean failsForTurns;

    FailingPool() {
        super(true, 16_384, -1, 4);
    }

    void failForTurns() {
        failsForTurns = true;
    }

    @Override
    public PooledByteBuffer allocate() {
        if (failsForTurns && CALLS.getCallerClass() == TurnsHandler.class) {
            throw new OutOfMemoryError("as when there is no more room for buffers");
        }
        return super.allocate();
    }
}
