package io.hansa.connector.tcp;

import java.io.IOException;

/** The deadline passed while a channel was being waited for. */
final class DeadlinePassedException extends IOException {

    private static final long serialVersionUID = 1L;

    DeadlinePassedException() {
        super("the deadline passed");
    }
}
