package io.hansa.proxy.assistance;

import java.io.Serial;

/**
 * A rule stopped reading a reply before it could decide whether the reply asks for assistance. The
 * message is the reason.
 */
public final class UnreadableReply extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableReply(String reason) {
        super(reason, null, false, false);
    }
}
