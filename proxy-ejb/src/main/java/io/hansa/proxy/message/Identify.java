package io.hansa.proxy.message;

/**
 * What an HTTP server learns of who asks, each switched off in its entry.
 *
 * @param account {@code Hansa-Account}
 * @param timeout {@code Hansa-Timeout-Ms}
 * @param trace {@code traceparent} and {@code tracestate}
 * @param idempotencyKey {@code Idempotency-Key}
 */
public record Identify(boolean account, boolean timeout, boolean trace, boolean idempotencyKey) {
    public static final Identify ALL = new Identify(true, true, true, true);
}
