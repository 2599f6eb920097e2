package io.hansa.proxy.assistance;

import java.io.Serial;

/** A text is not JSON (RFC 8259) from some byte on. Has no stack trace: it describes the text. */
final class BrokenJson extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    BrokenJson(int at) {
        super("its JSON is broken at byte %d".formatted(at), null, false, false);
    }
}
