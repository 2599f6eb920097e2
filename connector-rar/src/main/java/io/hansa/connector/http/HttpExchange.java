package io.hansa.connector.http;

import io.hansa.connector.DeferredReply;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetFailures;
import java.io.IOException;
import java.util.concurrent.Future;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * One request over HTTP. Where the server has closed the idle connection that the request was sent
 * on, the request is sent again if the server cannot have seen it or may see it twice (RFC 9112,
 * section 9.3.1). Closing the exchange closes its connection.
 */
final class HttpExchange extends DeferredReply<ServerReply, ExchangeException> {

    private final HttpPool pool;
    private final ServerRequest request;
    private final Deadline deadline;

    /** That of the current attempt. */
    private volatile HttpPost post;

    private volatile boolean abandoned;

    HttpExchange(HttpPool pool, ServerRequest request) throws ExchangeException {
        this.pool = pool;
        this.request = request;
        this.deadline = new Deadline(request.deadlineNanos());
        this.post = pool.requests().post(request);
    }

    @Override
    protected ServerReply exchange() throws ExchangeException {
        pool.permits().take(deadline);
        try {
            return unlessClosedWhileIdle();
        } finally {
            pool.permits().give();
        }
    }

    @Override
    protected void cancel() {
        abandoned = true;
        post.cancel();
    }

    @Override
    protected ExchangeException notSent() {
        return TargetFailures.abandoned(pool.target(), false, deadline, null);
    }

    private ServerReply unlessClosedWhileIdle() throws ExchangeException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return exchange(context, maxIdleNanos());
        } catch (ExchangeException e) {
            if (!closedWhileIdle(e, SentMark.connection(context))) {
                throw e;
            }
            return again(e.sent());
        }
    }

    /** Not on another idle connection, which may be as dead. */
    private ServerReply again(boolean sentBefore) throws ExchangeException {
        try {
            post = pool.requests().post(request);
            if (abandoned) {
                // By then there was no connection, or that of the attempt before.
                throw notSent();
            }
            return exchange(HttpClientContext.create(), ConnectionWatch.FRESH);
        } catch (ExchangeException e) {
            throw sentBefore ? e.afterSent() : e;
        }
    }

    private long maxIdleNanos() {
        return request.repeatable() ? ConnectionWatch.ANY : PoolSettings.MAX_IDLE_NANOS_FOR_ONCE;
    }

    private boolean closedWhileIdle(ExchangeException failure, GuardedConnection connection) {
        return failure.kind() == Kind.UNREACHABLE
                && connection != null
                && connection.reused()
                && !pool.closed()
                && (request.repeatable() || !failure.sent());
    }

    private ServerReply exchange(HttpClientContext context, long maxIdleNanos)
            throws ExchangeException {
        HttpPost attempt = post;
        SentMark.begin(context, request);
        long began = System.nanoTime();
        // Socket timeouts start again with each byte; only closing the connection ends a slow drip
        // in time.
        Future<?> alarm = pool.alarms().at(deadline, attempt::cancel);
        pool.watch().leasing(maxIdleNanos);
        try (ClassicHttpResponse response = pool.open(attempt, context)) {
            return whole(response, attempt);
        } catch (IOException e) {
            throw failure(e, SentMark.connection(context), began);
        } catch (IllegalStateException e) {
            // HttpClient 5 throws it where the request is cancelled before it is connected.
            if (attempt.isCancelled()) {
                throw failure(new IOException(e), SentMark.connection(context), began);
            }
            throw e;
        } finally {
            pool.watch().leased();
            alarm.cancel(false);
            SentMark.end(context);
        }
    }

    /**
     * Where a connection that had been idle stayed silent, a firewall may have dropped it without a
     * reset. All connections that were idle as long may be dropped, too.
     */
    private ExchangeException failure(IOException cause, GuardedConnection connection, long began) {
        ExchangeException failure =
                new HttpFailures(pool.target(), deadline, () -> abandoned).of(cause, connection);
        if (failure.kind() == Kind.TIMEOUT
                && connection != null
                && connection.reused()
                && connection.received().bytes() == 0) {
            pool.silentSince(began);
        }
        return failure;
    }

    /**
     * Closing a response reads what is left of it, so that of a refused one the connection is
     * closed first.
     */
    private ServerReply whole(ClassicHttpResponse response, HttpPost attempt)
            throws IOException, ExchangeException {
        try {
            return pool.replies().read(response, deadline);
        } catch (IOException | ExchangeException | RuntimeException | Error notWhole) {
            attempt.cancel();
            throw notWhole;
        }
    }
}
