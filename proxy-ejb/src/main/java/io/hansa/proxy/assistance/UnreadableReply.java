package io.hansa.proxy.assistance;

import java.io.Serial;

/**
 * A reply asks for assistance and what it asks with is missing or cannot be read, or a rule could
 * not tell whether it asks. The message is the reason.
 */
public final class UnreadableReply extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    UnreadableReply(String reason) {
        super(reason, null, false, false);
    }
}
