package io.hansa.connector.correlation;

import io.hansa.connector.ByteRange;
import io.hansa.connector.Correlation;
import io.hansa.connector.Iso8583;
import java.nio.ByteBuffer;

/** Reads keys; equal ones belong together. Immutable, for any number of threads. */
public interface KeyReader {

    /** The key of a request's payload, as it is on the wire. */
    ByteBuffer ofRequest(byte[] payload) throws CorrelationException;

    /** The key of the request that this reply answers. */
    ByteBuffer ofReply(byte[] payload) throws CorrelationException;

    static KeyReader of(Correlation correlation) {
        if (correlation instanceof ByteRange range) {
            return new ByteRangeKeys(range);
        }
        if (correlation instanceof Iso8583 iso) {
            return new Iso8583Keys(iso);
        }
        throw new IllegalArgumentException("No keys for " + correlation + "; add them here.");
    }
}
