package io.hansa.connector.tcp;

import java.io.IOException;

/** The server closed the connection inside a frame. */
final class HalfReplyException extends IOException {

    private static final long serialVersionUID = 1L;

    HalfReplyException() {
        super("it closed the connection in the middle of its reply");
    }
}
