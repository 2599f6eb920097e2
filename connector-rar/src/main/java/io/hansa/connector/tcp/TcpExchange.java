package io.hansa.connector.tcp;

import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.framing.FramingException;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Map;

/**
 * A request on a channel of its own, until its reply is whole or the channel broken. A request that
 * the server cannot have seen, or may see twice, is sent again on a fresh channel where the server
 * has closed the idle one that it was sent on (RFC 9112, section 9.3.1, says that of HTTP). For one
 * thread at a time.
 */
final class TcpExchange implements ServerExchange {

    private static final int STATUS = 200;

    private final TcpPool pool;
    private final ServerRequest request;
    private final ByteBuffer[] frame;
    private PooledChannel pooled;
    private long begun;
    private boolean sending;
    private boolean sentBefore;
    private boolean whole;

    /**
     * @param pool hears of the end of this exchange, once
     */
    TcpExchange(TcpPool pool, ServerRequest request, ByteBuffer[] frame, PooledChannel pooled) {
        this.pool = pool;
        this.request = request;
        this.frame = frame;
        this.pooled = pooled;
    }

    /** The channel; null where it broke and there was no other one. */
    PooledChannel pooled() {
        return pooled;
    }

    /** Whether the channel may be used again. */
    boolean reusable() {
        return whole && pooled.channel().reusable();
    }

    /** Sends the frame, or as much of it as the network takes at once. */
    void begin() throws ExchangeException {
        attempt(
                () -> {
                    send();
                    return null;
                });
    }

    @Override
    public ServerReply await(long nanos) throws ExchangeException {
        return attempt(
                () -> {
                    send();
                    return reply(nanos);
                });
    }

    private void send() throws IOException {
        if (!sending) {
            sending = true;
            begun = pool.now();
            pooled.history().begin(request);
            pooled.channel().begin(frame, pool.codec(), pool.decoder());
        }
    }

    private ServerReply reply(long nanos) throws IOException, FramingException {
        byte[] reply = pooled.channel().await(deadline(), nanos);
        if (reply == null) {
            return null;
        }
        byte[] payload = pool.transcoder().framed(reply, request.contentType());
        whole = true;
        return new ServerReply(
                STATUS,
                pool.transcoder().incomingType(request.contentType()),
                Map.of(),
                payload,
                reply);
    }

    private interface Attempt {
        ServerReply run() throws IOException, FramingException;
    }

    /** A result of null means that the exchange goes on. */
    private ServerReply attempt(Attempt attempt) throws ExchangeException {
        boolean underWay = false;
        try {
            ServerReply reply = unlessClosedWhileIdle(attempt);
            underWay = reply == null;
            return reply;
        } catch (ExchangeException e) {
            throw sentBefore ? e.afterSent() : e;
        } finally {
            if (!underWay) {
                ended();
            }
        }
    }

    private ServerReply unlessClosedWhileIdle(Attempt attempt) throws ExchangeException {
        while (true) {
            try {
                return attempt.run();
            } catch (CharacterCodingException e) {
                throw TargetFailures.misread(pool.target(), e);
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

    private boolean closedWhileIdle(IOException failure) {
        TcpChannel channel = pooled.channel();
        return pooled.reused()
                && channel.meter().empty()
                && !(failure instanceof DeadlinePassedException)
                && !(failure instanceof InterruptedIOException)
                && !pool.closed()
                && (request.repeatable() || !channel.sent());
    }

    /** Not by another idle one, which may be as dead. */
    private void replaceChannel() throws ExchangeException {
        sentBefore |= pooled.channel().sent();
        sending = false;
        pooled.history().end();
        pooled.destroy();
        pooled = null;
        for (ByteBuffer part : frame) {
            part.rewind();
        }
        pooled = pool.open(deadline());
    }

    private ExchangeException failure(IOException cause) {
        TcpChannel channel = pooled.channel();
        if (cause instanceof DeadlinePassedException) {
            if (pooled.reused() && channel.meter().empty()) {
                pool.silentSince(begun);
            }
            return TargetFailures.timeout(
                    pool.target(), channel.sent(), channel.meter().received(), cause);
        }
        return channel.meter().empty()
                ? TargetFailures.broken(pool.target(), channel.sent(), cause)
                : TargetFailures.cutShort(pool.target(), channel.meter().received(), cause);
    }

    private void ended() {
        if (pooled != null) {
            pooled.history().end();
        }
        pool.ended(this);
    }

    private Deadline deadline() {
        return new Deadline(request.deadlineNanos());
    }
}
