package io.hansa.it.balancers;

import io.hansa.it.system.Manners;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The manners of a business server that holds the requests «hold» until it is told to go on. */
final class HoldingServer {
    static final String HELD = "hold";

    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CountDownLatch held;

    /**
     * @param requests how many are to be held
     */
    HoldingServer(int requests) {
        held = new CountDownLatch(requests);
    }

    Manners manners() {
        byte[] marker = HELD.getBytes(StandardCharsets.UTF_8);
        return (request, line) -> {
            if (Arrays.equals(request, marker)) {
                held.countDown();
                await(goOn);
            }
            line.send(request);
            return Manners.Ends.SPOKEN;
        };
    }

    void awaitHeld() {
        await(held);
    }

    void goOn() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It did not happen within a minute.");
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
