package io.hansa.proxy.assistance;

import java.io.Serial;

/**
 * A rule cannot tell whether a reply asks for help, since it is not read that far. The message is
 * the reason.
 */
public final class UnreadableReply extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableReply(String reason) {
        super(reason, null, false, false);
    }
}
