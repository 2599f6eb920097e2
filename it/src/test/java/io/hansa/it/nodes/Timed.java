package io.hansa.it.nodes;

import io.hansa.it.system.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A reply, and how long the caller waited for it. */
record Timed(Reply reply, long millis) {
    static CompletableFuture<Timed> of(CompletableFuture<Reply> asked) {
        long begun = System.nanoTime();
        return asked.thenApply(
                reply ->
                        new Timed(reply, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)));
    }
}
