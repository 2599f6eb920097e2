package io.hansa.proxy.idempotency;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Answer;

/**
 * How the first request came out: with an answer or a failure.
 *
 * @param answer null where it failed, or where the answer was too long to be kept, or its caller's
 *     quota was used up
 * @param failure null where it came out well
 */
public record Outcome(Answer answer, Failure failure) {
    public static Outcome of(Answer answer) {
        return new Outcome(answer, null);
    }

    public static Outcome of(Failure failure) {
        return new Outcome(null, failure);
    }

    /** The request was carried out, but what came back is not known any more. */
    public static Outcome notKept() {
        return of(
                Failure.of(
                        ErrorCode.REPLY_NOT_KEPT,
                        Effect.UNKNOWN,
                        "This request was sent before, and its reply was not kept; ask the business"
                                + " server what became of it before you send it under another key.",
                        null));
    }
}
