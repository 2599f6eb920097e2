package io.hansa.api;

/** Whether a business server may have acted on a request that failed. */
public enum Effect {
    /** No business server saw the request: it is safe to send it again. */
    NONE,
    /** A business server may have acted: only a request that may run twice is sent again. */
    UNKNOWN
}
