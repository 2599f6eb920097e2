package io.hansa.it.protection;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that a measurement lasts; nothing is waited for but the time itself. */
final class Pause {
    private Pause() {}

    static void of(long millis) throws InterruptedException {
        if (new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS)) {
            throw new AssertionError("Nobody counts this latch down.");
        }
    }
}
