package io.hansa.client.transport;

import java.util.concurrent.CompletableFuture;

/**
 * One attempt that is under way.
 *
 * @param answer fails with {@link CallFailure}
 * @param abandon gives the attempt up and releases its connection; any thread may run it
 */
public record Exchange(CompletableFuture<Answer> answer, Runnable abandon) {}
