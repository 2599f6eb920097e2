package io.hansa.api;

/** Whether a business server may have acted on a request that failed. */
public enum Effect {
    /** No business server received the request. Sending it again is safe. */
    NONE,
    /** A business server may have acted. Only a request that may run twice is sent again. */
    UNKNOWN
}
