package io.hansa.web.turns;

import io.undertow.connector.ByteBufferPool;
import io.undertow.connector.PooledByteBuffer;
import io.undertow.server.DefaultByteBufferPool;
import java.util.concurrent.atomic.AtomicBoolean;

/** Buffers as ever, but none for connections whose turn has come, once it is said so. */
final class FailingPool implements ByteBufferPool {
    private static final StackWalker CALLS =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    private final ByteBufferPool pool = new DefaultByteBufferPool(true, 16_384, -1, 4);
    private final AtomicBoolean fails;

    FailingPool(AtomicBoolean fails) {
        this.fails = fails;
    }

    @Override
    public PooledByteBuffer allocate() {
        if (fails.get() && CALLS.getCallerClass() == TurnsHandler.class) {
            throw new OutOfMemoryError("as when there is no more room for buffers");
        }
        return pool.allocate();
    }

    @Override
    public ByteBufferPool getArrayBackedPool() {
        return pool.getArrayBackedPool();
    }

    @Override
    public void close() {
        pool.close();
    }

    @Override
    public int getBufferSize() {
        return pool.getBufferSize();
    }

    @Override
    public boolean isDirect() {
        return pool.isDirect();
    }
}
