package io.hansa.it.connector.app;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import jakarta.ejb.MessageDriven;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Takes the calls of tills, of which one may wait for another one. */
@MessageDriven(name = "TillBean")
public class TillBean implements ServerCallListener {
    private static final CountDownLatch PAID = new CountDownLatch(1);

    @Override
    public byte[] answer(ServerCall call) throws CallFailedException {
        String order = new String(call.payload(), US_ASCII);
        if (order.endsWith("pay")) {
            PAID.countDown();
        }
        if (order.endsWith("ship") && !paid()) {
            throw new CallFailedException("HANSA-ERROR not-paid", "96");
        }
        return (order + " done").getBytes(US_ASCII);
    }

    private static boolean paid() {
        try {
            return PAID.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
