package io.hansa.connector.adapter;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.ServerCall;
import io.hansa.connector.ServerCallListener;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;

/** Hands each call to a message endpoint of its own, without a transaction. */
final class EndpointListener implements ServerCallListener {

    private final MessageEndpointFactory endpoints;

    EndpointListener(MessageEndpointFactory endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public byte[] answer(ServerCall call) throws CallFailedException {
        MessageEndpoint endpoint = create();
        try {
            return ((ServerCallListener) endpoint).answer(call);
        } finally {
            endpoint.release();
        }
    }

    private MessageEndpoint create() {
        try {
            return endpoints.createEndpoint(null);
        } catch (UnavailableException e) {
            throw new IllegalStateException(
                    "The application takes no calls now; its log says why.", e);
        }
    }
}
