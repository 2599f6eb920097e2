package io.hansa.web.ingress;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;

/** What happens with a request whose body arrives over time. It is completed or abandoned. */
interface BodyHandler {
    /** The {@link System#nanoTime()} after which the body is not waited for. */
    long deadlineNanos();

    /** Whether the container brings the request again when its body is complete. */
    default boolean dispatches() {
        return false;
    }

    /** The body is complete. Called on a thread that may wait. */
    void completed(AsyncExchange exchange);

    /**
     * The body does not arrive, or its caller does not want the reply. For any thread, at any
     * moment; only the first call counts.
     *
     * @return what the caller is told
     */
    Failure abandon(Failure reason);

    /** Abandons the request that is not wanted any more: its exchange with the caller has ended. */
    default void close() {
        abandon(
                Failure.of(
                        ErrorCode.REQUEST_INVALID,
                        "The caller left before its request was answered."));
    }
}
