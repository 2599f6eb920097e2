package io.hansa.client.transport;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** A reply in memory. A longer one than the limit fails, and its connection is closed. */
final class BoundedBytes implements BodySubscriber<Object> {
    private final CompletableFuture<Object> body = new CompletableFuture<>();
    private final List<ByteBuffer> received = new ArrayList<>();
    private final long limit;
    private long length;
    private Flow.Subscription subscription;

    BoundedBytes(long limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<Object> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            length += buffer.remaining();
            received.add(buffer);
        }
        if (length > limit) {
            subscription.cancel();
            received.clear();
            body.completeExceptionally(
                    new IOException(
                            "the reply is longer than "
                                    + limit
                                    + " bytes; raise maxReplyBytes or read it as a stream"));
        }
    }

    @Override
    public void onError(Throwable failed) {
        body.completeExceptionally(failed);
    }

    @Override
    public void onComplete() {
        byte[] all = new byte[(int) length];
        int at = 0;
        for (ByteBuffer buffer : received) {
            int part = buffer.remaining();
            buffer.get(all, at, part);
            at += part;
        }
        body.complete(all);
    }
}
