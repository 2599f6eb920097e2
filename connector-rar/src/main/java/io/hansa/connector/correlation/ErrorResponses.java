package io.hansa.connector.correlation;

import io.hansa.connector.CallFailedException;
import io.hansa.connector.Iso8583;
import java.nio.charset.Charset;

/**
 * The request's own fields with a response code. A host that gets none takes the request for lost
 * and reverses it.
 */
final class ErrorResponses implements ErrorReplies {

    private final Responses responses;

    ErrorResponses(Iso8583 correlation, Charset charset) {
        this.responses = new Responses(correlation, charset);
    }

    @Override
    public byte[] to(byte[] request, CallFailedException failure) {
        try {
            return responses.to(responses.read(request), failure.responseCode());
        } catch (CorrelationException unreadable) {
            return null;
        }
    }
}
