package io.hansa.proxy.routing;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.connector.DeferredReply;
import io.hansa.connector.PendingReply;
import io.hansa.proxy.failure.Failure;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/** An answer that is made when it is awaited to the end. */
public final class Deferred extends DeferredReply<Answer, Failure> {
    private final Supplier<Answer> answering;

    private Deferred(Supplier<Answer> answering) {
        this.answering = answering;
    }

    public static PendingReply<Answer, Failure> answer(Supplier<Answer> answering) {
        return new Deferred(answering);
    }

    @Override
    protected Answer exchange() {
        return answering.get();
    }

    @Override
    protected void cancel() {}

    @Override
    protected Failure notSent() {
        return Failure.of(
                ErrorCode.DEADLINE_EXCEEDED,
                Effect.NONE,
                "It was closed before it was sent.",
                new CancellationException());
    }
}
