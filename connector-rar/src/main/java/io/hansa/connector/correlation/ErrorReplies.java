package io.hansa.connector.correlation;

import io.hansa.connector.ByteRange;
import io.hansa.connector.CallFailedException;
import io.hansa.connector.Correlation;
import io.hansa.connector.Iso8583;
import java.nio.charset.Charset;

/**
 * Tells who called that there is no reply, in a message that is found to belong to its request.
 * Immutable, for any number of threads.
 */
public interface ErrorReplies {

    /** The payload on the wire; null where the protocol has no words for it. */
    byte[] to(byte[] request, CallFailedException failure);

    /**
     * @param correlation null for none: the reply is the one that is due
     * @param charset of the caller's text; null for ASCII
     * @param mostBytes of a line; longer ones are cut
     */
    static ErrorReplies of(Correlation correlation, Charset charset, int maxBytes) {
        return correlation instanceof Iso8583 iso
                ? new ErrorResponses(iso, charset)
                : new ErrorLines((ByteRange) correlation, charset, maxBytes);
    }
}
