package io.hansa.demo.shop.wire;

import java.io.IOException;

/**
 * Bytes that are no frame of the protocol. The connection is closed, as nothing after it is safe.
 */
public final class BadFrameException extends IOException {

    private static final long serialVersionUID = 1L;

    public BadFrameException(String message) {
        super(message);
    }
}
