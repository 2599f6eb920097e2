package io.hansa.client.transport;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;

/** The business data of one call. It is read once for each attempt. */
public interface Payload {
    /** Whether it can be read from its beginning now. */
    boolean readable();

    /** For the transport that streams. */
    BodyPublisher publisher();

    /** For the transport that does not. */
    byte[] bytes() throws IOException;
}
