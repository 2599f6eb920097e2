package io.hansa.proxy.audit;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.Semaphore;

/**
 * Bounds the checks and exports that run at once on a node: each holds a worker of the container
 * for as long as it takes. Safe for many threads.
 */
public final class LongReads {
    private static final int MAX = 2;
    private static final int RETRY_AFTER_SECONDS = 10;

    private final Semaphore permits = new Semaphore(MAX);

    /**
     * @throws Failure OVERLOADED if others run already
     */
    public void begin() {
        if (!permits.tryAcquire()) {
            throw Failure.of(
                            ErrorCode.OVERLOADED,
                            "%d checks or exports of the audit record run on this node already; try again when one of them has ended."
                                    .formatted(MAX))
                    .with("retryAfterSeconds", RETRY_AFTER_SECONDS);
        }
    }

    /** Once for each {@link #begin} that did not throw. */
    public void end() {
        permits.release();
    }
}
