package io.hansa.proxy.pipeline;

/** What a request that has stopped on its way waits for. */
public enum Awaited {
    /** The check of the caller's password. Nothing is known of the caller yet. */
    PASSWORD_CHECK,
    /** The caller's data. */
    DATA,
    /** A thread that may wait for what takes long. */
    THREAD
}
