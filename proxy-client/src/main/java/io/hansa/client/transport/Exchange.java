package io.hansa.client.transport;

import java.util.concurrent.CompletableFuture;

/**
 * One attempt that is under way.
 *
 * @param answer fails with {@link CallFailure}
 * @param abandon gives the attempt up and releases its connection; any thread may run it
 * @param perform what the thread that asked for the exchange must do, which may take as long as the
 *     exchange; nothing where the transport has other threads for it
 */
public record Exchange(CompletableFuture<Answer> answer, Runnable abandon, Runnable perform) {
    /** One that goes on by itself. */
    public Exchange(CompletableFuture<Answer> answer, Runnable abandon) {
        this(answer, abandon, () -> {});
    }
}
