package io.hansa.connector.correlation;

import io.hansa.connector.Correlation;
import io.hansa.connector.Iso8583;
import java.nio.charset.Charset;

/**
 * What a business server asks of its own accord on a connection that this side opened. Immutable,
 * for any number of threads.
 */
public interface HostRequests {

    /** Whether a message is a request of the host, and so not a reply. */
    boolean asks(byte[] message);

    /** The answer to a request; null where this side has none to give. */
    byte[] answer(byte[] message);

    /**
     * @param charset of the server's text; null where it is not known
     */
    static HostRequests of(Correlation correlation, Charset charset) {
        return correlation instanceof Iso8583 iso
                ? new NetworkManagement(iso, charset)
                : new Indistinguishable();
    }
}
