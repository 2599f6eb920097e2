package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A request on a channel of its own, until its reply is whole or the channel broken. A request that
 * the server cannot have seen, or may see twice, is sent again on a new channel if the server
 * closed the idle one. RFC 9112, section 9.3.1, has the same rule for HTTP. A thread that waits
 * when the exchange is closed finds its channel closed.
 */
final class TcpExchange extends PendingReply<ServerReply, ExchangeException> {

    private final TcpPool pool;
    private final ServerRequest request;
    private final ByteBuffer[] frame;
    private final Deadline deadline;

    /** The channel until it is released; null between two channels and after the end. */
    private final AtomicReference<PooledChannel> held;

    /** The channel of the last attempt, released or not. */
    private volatile PooledChannel pooled;

    private volatile long begun;
    private boolean sending;
    private boolean sentBefore;

    /** Whether the server may have seen the request. */
    private volatile boolean maybeSeen;

    private volatile boolean closed;

    TcpExchange(TcpPool pool, ServerRequest request, ByteBuffer[] frame, PooledChannel pooled) {
        this.pool = pool;
        this.request = request;
        this.frame = frame;
        this.deadline = new Deadline(request.deadlineNanos());
        this.pooled = pooled;
        this.held = new AtomicReference<>(pooled);
        pooled.history().begin(request);
        onEnd((reply, failure) -> pool.ended(release(), reply != null));
    }

    @Override
    protected ServerReply attempt(long nanos) throws ExchangeException {
        while (true) {
            try {
                send();
                return reply(nanos);
            } catch (FramingException e) {
                throw TargetFailures.badReply(pool.target(), e.getMessage(), e);
            } catch (IOException e) {
                if (!closedWhileIdle(e)) {
                    throw failure(e);
                }
                replaceChannel();
            }
        }
    }

    /** In this order, so that no request is sent of which {@link #abandon} says that it was not. */
    private void send() throws IOException {
        if (!sending) {
            sending = true;
            maybeSeen = true;
            if (closed) {
                throw new ClosedChannelException();
            }
            begun = pool.now();
            pooled.channel().begin(frame, pool.messages().codec(), pool.messages().decoder());
        }
    }

    /** Null where the reply has not come within the given time. */
    private ServerReply reply(long nanos) throws IOException, FramingException, ExchangeException {
        byte[] reply = pooled.channel().await(deadline, nanos);
        return reply == null ? null : pool.messages().reply(reply, request);
    }

    private boolean closedWhileIdle(IOException failure) {
        TcpChannel channel = pooled.channel();
        return pooled.reused()
                && channel.meter().empty()
                && !(failure instanceof DeadlinePassedException)
                && !(failure instanceof InterruptedIOException)
                && !closed
                && !pool.closed()
                && (request.repeatable() || !channel.sent());
    }

    /** Not by another idle one, which may be as dead. */
    private void replaceChannel() throws ExchangeException {
        sentBefore |= pooled.channel().sent();
        maybeSeen = sentBefore;
        sending = false;
        PooledChannel broken = release();
        if (broken != null) {
            broken.destroy();
        }
        for (ByteBuffer part : frame) {
            part.rewind();
        }
        try {
            pooled = pool.open(deadline);
        } catch (ExchangeException e) {
            throw sentBefore ? e.afterSent() : e;
        }
        pooled.history().begin(request);
        held.set(pooled);
        if (hasEnded()) {
            // It was closed while there was no channel that the end could release.
            PooledChannel unwanted = release();
            if (unwanted != null) {
                unwanted.destroy();
            }
        }
    }

    /** The channel, which is no longer this exchange's; null where there is none. */
    private PooledChannel release() {
        PooledChannel channel = held.getAndSet(null);
        if (channel != null) {
            channel.history().end();
        }
        return channel;
    }

    private ExchangeException failure(IOException cause) {
        TcpChannel channel = pooled.channel();
        boolean sent = sentBefore || channel.sent();
        if (cause instanceof DeadlinePassedException) {
            tellSilence();
            return TargetFailures.timeout(pool.target(), sent, channel.meter().received(), cause);
        }
        return channel.meter().empty()
                ? TargetFailures.broken(pool.target(), sent, cause)
                : TargetFailures.cutShort(pool.target(), channel.meter().received(), cause);
    }

    private void tellSilence() {
        if (pooled.reused() && pooled.channel().meter().empty()) {
            pool.silentSince(begun);
        }
    }

    @Override
    protected void abandon() {
        closed = true;
        if (deadline.passed()) {
            tellSilence();
        }
        end(null, TargetFailures.abandoned(pool.target(), maybeSeen, deadline, null));
    }
}
