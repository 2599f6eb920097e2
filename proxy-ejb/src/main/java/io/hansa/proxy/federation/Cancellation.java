package io.hansa.proxy.federation;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Lets another thread end what a call to a peer waits for. One thread makes the call; any thread
 * cancels it.
 */
final class Cancellation {
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final AtomicReference<Runnable> wait = new AtomicReference<>(() -> {});

    /** Ends the current wait, and each later wait at once. */
    void cancel() {
        cancelled.countDown();
        wait.get().run();
    }

    /**
     * @param end ends the wait that begins now. It may be called twice
     */
    void onCancel(Runnable end) {
        wait.set(end);
        if (cancelled.getCount() == 0) {
            end.run();
        }
    }

    /**
     * Waits that long.
     *
     * @return whether it was cancelled meanwhile
     */
    boolean pause(long millis) throws InterruptedException {
        return cancelled.await(millis, TimeUnit.MILLISECONDS);
    }
}
