package io.hansa.client.call;

import io.hansa.client.transport.CallFailure;

/** What became of a call that got no reply. */
public final class FailedCall extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final CallFailure failure;
    private final int attempts;
    private final boolean repeatable;

    FailedCall(CallFailure failure, int attempts, boolean repeatable) {
        super(failure.getMessage(), failure, false, false);
        this.failure = failure;
        this.attempts = attempts;
        this.repeatable = repeatable;
    }

    public CallFailure failure() {
        return failure;
    }

    public int attempts() {
        return attempts;
    }

    /** Whether the capability's requests may be sent twice. */
    public boolean repeatable() {
        return repeatable;
    }
}
