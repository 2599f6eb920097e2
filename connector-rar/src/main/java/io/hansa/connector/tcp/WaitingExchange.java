package io.hansa.connector.tcp;

import io.hansa.connector.DeferredReply;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.nio.ByteBuffer;

/**
 * A request that found no permit or no idle channel. The thread that awaits its reply waits for
 * them first: opening a channel takes as long as the target's connect timeout where the server does
 * not answer.
 */
final class WaitingExchange extends DeferredReply<ServerReply, ExchangeException> {

    private final TcpPool pool;
    private final ServerRequest request;
    private final ByteBuffer[] frame;

    /** Null until it has a channel. */
    private volatile TcpExchange exchange;

    private volatile boolean cancelled;

    WaitingExchange(TcpPool pool, ServerRequest request, ByteBuffer[] frame) {
        this.pool = pool;
        this.request = request;
        this.frame = frame;
    }

    @Override
    protected ServerReply exchange() throws ExchangeException {
        TcpExchange begun = pool.begin(request, frame);
        exchange = begun;
        if (cancelled) {
            begun.close();
        }
        return begun.await(TO_THE_END);
    }

    @Override
    protected void cancel() {
        cancelled = true;
        TcpExchange begun = exchange;
        if (begun != null) {
            begun.close();
        }
    }

    @Override
    protected ExchangeException notSent() {
        return TargetFailures.abandoned(
                pool.target(), false, new Deadline(request.deadlineNanos()), null);
    }
}
