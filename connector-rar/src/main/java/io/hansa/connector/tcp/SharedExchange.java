package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.correlation.CorrelationException;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * A request on the connection that is shared. It is sent again, once, where the server closed the
 * connection while that was quiet, and the server cannot have seen it or may see it twice. For one
 * thread, except {@link #cancel}.
 */
final class SharedExchange {

    private final ServerTarget target;
    private final SharedChannels channels;
    private final LongSupplier nanoTime;
    private final ServerRequest request;
    private volatile Pending pending;
    private volatile boolean cancelled;
    private boolean again;
    private boolean sentBefore;

    SharedExchange(
            ServerTarget target,
            SharedChannels channels,
            LongSupplier nanoTime,
            ServerRequest request,
            Pending pending) {
        this.target = target;
        this.channels = channels;
        this.nanoTime = nanoTime;
        this.request = request;
        this.pending = pending;
    }

    /** The reply is not wanted any more: {@link #reply} ends soon. For any thread. */
    void cancel() {
        cancelled = true;
        pending.cancel();
    }

    byte[] reply(Deadline deadline) throws ExchangeException {
        try {
            while (true) {
                SharedChannel channel = channels.get(deadline);
                if (cancelled) {
                    throw TargetFailures.abandoned(target, false, deadline, null);
                }
                boolean reused = channel.hasReplied();
                switch (channel.enter(pending)) {
                    case TAKEN -> {
                        byte[] reply = await(channel, reused, deadline);
                        if (reply != null) {
                            return reply;
                        }
                    }
                    case DUPLICATE -> throw duplicate();
                    case CLOSED -> channels.drop(channel);
                }
            }
        } catch (ExchangeException e) {
            throw sentBefore ? e.afterSent() : e;
        }
    }

    /** Null where the request is to be sent again. */
    private byte[] await(SharedChannel channel, boolean reused, Deadline deadline)
            throws ExchangeException {
        channel.history().begin(request);
        try {
            return pending.await(deadline);
        } catch (TimeoutException e) {
            throw TargetFailures.timeout(target, channel.giveUp(pending), e);
        } catch (CancellationException e) {
            throw TargetFailures.abandoned(target, channel.abandon(pending), deadline, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw TargetFailures.broken(target, channel.giveUp(pending), e);
        } catch (ExecutionException e) {
            Exception cause = (Exception) e.getCause();
            if (!reused || !sendAgain(channel, cause)) {
                throw failure(cause, pending.sent());
            }
            return null;
        } finally {
            channel.history().end();
            channel.leave(nanoTime.getAsLong());
        }
    }

    private boolean sendAgain(SharedChannel channel, Exception cause) {
        boolean quiet = !pending.sent() || !channel.heardSince(pending.sentNanos());
        if (again || cancelled || bad(cause) || !quiet || pending.sent() && !request.repeatable()) {
            return false;
        }
        again = true;
        sentBefore = pending.sent();
        Pending next = new Pending(pending.key(), pending.frame());
        pending = next;
        if (cancelled) {
            next.cancel();
        }
        channels.drop(channel);
        return true;
    }

    private static boolean bad(Exception cause) {
        return cause instanceof FramingException
                || cause instanceof CorrelationException
                || cause instanceof HalfReplyException;
    }

    private ExchangeException failure(Exception cause, boolean sent) {
        return bad(cause) && sent
                ? TargetFailures.badReply(target, reason(cause), cause)
                : TargetFailures.broken(target, sent, cause);
    }

    private static String reason(Exception cause) {
        return cause instanceof HalfReplyException
                ? cause.getMessage() + "; look into its log"
                : cause.getMessage();
    }

    private ExchangeException duplicate() {
        return TargetFailures.refused(
                target,
                Kind.OVERLOADED,
                "a request with the same correlation is under way; use another one, or try again when it has ended",
                null);
    }
}
