package io.hansa.undertow;

import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;

/** Buffers as ever, but none for connections whose turn has come, once it is said so. */
final class FailingPool extends DefaultByteBufferPool {
    private static final StackWalker CALLS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private volatile boolean failsForRequeued;

    FailingPool() {
        super(true, 16_384, -1, 4);
    }

    void failForRequeued() {
        failsForRequeued = true;
    }

    @Override
    public PooledByteBuffer allocate() {
        if (failsForRequeued && CALLS.getCallerClass() == NextRequest.class) {
            throw new OutOfMemoryError("as when there is no more room for buffers");
        }
        return super.allocate();
    }
}
