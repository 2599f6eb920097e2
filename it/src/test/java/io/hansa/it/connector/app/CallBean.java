package io.hansa.it.connector.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import jakarta.ejb.MessageDriven;

/** Takes the calls of a mainframe; where, ejb-jar.xml says. */
@MessageDriven(name = "CallBean")
public class CallBean implements ServerCallListener {

    @Override
    public byte[] answer(ServerCall call) {
        String order = new String(call.payload(), UTF_8);
        if (order.isEmpty()) {
            throw new IllegalArgumentException("An order names what is ordered.");
        }
        return (call.listener() + " has " + order).getBytes(UTF_8);
    }
}
