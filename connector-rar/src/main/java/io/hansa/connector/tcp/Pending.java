package io.hansa.connector.tcp;

import io.hansa.connector.pool.Deadline;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request on a shared connection: queued, then sent or given up before that, then perhaps
 * answered.
 */
final class Pending {

    private enum Stage {
        QUEUED,
        SENT,
        WITHDRAWN
    }

    private final ByteBuffer key;
    private final byte[] frame;
    private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.QUEUED);
    private final CompletableFuture<byte[]> reply = new CompletableFuture<>();
    private volatile long sentNanos;
    private volatile boolean abandoned;

    Pending(ByteBuffer key, byte[] frame) {
        this.key = key;
        this.frame = frame;
    }

    ByteBuffer key() {
        return key;
    }

    byte[] frame() {
        return frame;
    }

    /** Whether it may be sent now; not when its caller has withdrawn it. */
    boolean beginSending() {
        sentNanos = System.nanoTime();
        return stage.compareAndSet(Stage.QUEUED, Stage.SENT);
    }

    /** The system took no byte of it, so that it is as if it had never been sent. */
    void sendingFailed() {
        stage.compareAndSet(Stage.SENT, Stage.QUEUED);
    }

    /** Whether it was withdrawn before any byte of it was sent. */
    boolean withdraw() {
        return stage.compareAndSet(Stage.QUEUED, Stage.WITHDRAWN);
    }

    boolean sent() {
        return stage.get() == Stage.SENT;
    }

    long sentNanos() {
        return sentNanos;
    }

    /** No caller waits any more, though a reply may still come. */
    void abandon() {
        abandoned = true;
    }

    boolean abandoned() {
        return abandoned;
    }

    void answer(byte[] payload) {
        reply.complete(payload);
    }

    /** Its caller does not want the reply any more: {@link #await} ends at once. */
    void cancel() {
        reply.cancel(false);
    }

    boolean cancelled() {
        return reply.isCancelled();
    }

    void fail(Exception cause) {
        reply.completeExceptionally(cause);
    }

    /**
     * @throws java.util.concurrent.CancellationException after {@link #cancel}
     */
    byte[] await(Deadline deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return reply.get(Math.max(0, deadline.nanosLeft()), TimeUnit.NANOSECONDS);
    }
}
