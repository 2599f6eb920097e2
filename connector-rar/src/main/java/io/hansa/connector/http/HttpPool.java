package io.hansa.connector.http;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ExchangeException.Kind;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;

/** The HTTP connections of one target. */
public final class HttpPool implements TargetPool {

    private final ServerTarget target;
    private final HttpHost host;
    private final HttpRequests requests;
    private final HttpReplies replies;
    private final ExchangePermits slots;
    private final Alarms alarms;
    private final TargetAddresses addresses;
    private final ConnectionWatch watch;
    private final TimeValue idle;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;
    private volatile boolean closed;

    public HttpPool(ServerTarget target, PoolContext surroundings) {
        Transcoder transcoder = new Transcoder(target.charset());
        this.target = target;
        this.host = new HttpHost(scheme(target), target.host(), target.endpoint().getPort());
        this.requests = new HttpRequests(target, transcoder);
        this.replies = new HttpReplies(target, transcoder);
        this.slots = new ExchangePermits(target, surroundings);
        this.alarms = surroundings.alarms();
        this.idle = TimeValue.ofMilliseconds(surroundings.settings().idleMillis(target));
        this.addresses = new TargetAddresses(target, surroundings.addresses());
        this.watch = new ConnectionWatch(addresses);
        this.connections = HttpConnections.open(target, surroundings.settings(), addresses, watch);
        this.client =
                client(
                        connections,
                        new ServerKeepAlive(surroundings.settings().idleMillis(target)));
    }

    @Override
    public void warm(Deadline deadline) {
        // HttpClient opens a connection with the first request that needs it.
    }

    @Override
    public ServerExchange begin(ServerRequest request) {
        return nanos -> nanos == ServerExchange.TO_THE_END ? exchange(request) : null;
    }

    @Override
    public ServerReply exchange(ServerRequest request) throws ExchangeException {
        HttpPost post = requests.post(request);
        slots.take(new Deadline(request.deadlineNanos()));
        try {
            return exchange(post, request);
        } finally {
            slots.give();
        }
    }

    @Override
    public List<ChannelStatus> channels() {
        return watch.channels();
    }

    @Override
    public boolean quarantine(String channelId) {
        return watch.quarantine(channelId);
    }

    @Override
    public boolean release(String channelId) {
        return watch.release(channelId);
    }

    @Override
    public void refreshAddresses() {
        if (!watch.none()) {
            addresses.refresh();
        }
    }

    @Override
    public void closeExpired() {
        connections.closeExpired();
        connections.closeIdle(idle);
    }

    @Override
    public void drain() {
        connections.closeIdle(TimeValue.ZERO_MILLISECONDS);
    }

    @Override
    public void close() {
        closed = true;
        client.close(CloseMode.IMMEDIATE);
    }

    /**
     * Where the server has closed the idle connection that the request was sent on, the request is
     * sent again if the server cannot have seen it or may see it twice (RFC 9112, section 9.3.1).
     * Not on another idle connection, which may be as dead.
     */
    private ServerReply exchange(HttpPost post, ServerRequest request) throws ExchangeException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return exchange(post, request, context, maxIdleNanos(request));
        } catch (ExchangeException e) {
            if (!closedWhileIdle(e, SentMark.connection(context), request)) {
                throw e;
            }
            return again(request, e.sent());
        }
    }

    private ServerReply again(ServerRequest request, boolean sentBefore) throws ExchangeException {
        try {
            return exchange(
                    requests.post(request),
                    request,
                    HttpClientContext.create(),
                    ConnectionWatch.FRESH);
        } catch (ExchangeException e) {
            throw sentBefore ? e.afterSent() : e;
        }
    }

    private static long maxIdleNanos(ServerRequest request) {
        return request.repeatable() ? ConnectionWatch.ANY : PoolSettings.MAX_IDLE_NANOS_FOR_ONCE;
    }

    private boolean closedWhileIdle(
            ExchangeException failure, GuardedConnection connection, ServerRequest request) {
        return failure.kind() == Kind.UNREACHABLE
                && connection != null
                && connection.reused()
                && !closed
                && (request.repeatable() || !failure.sent());
    }

    private ServerReply exchange(
            HttpPost post, ServerRequest request, HttpClientContext context, long maxIdleNanos)
            throws ExchangeException {
        SentMark.begin(context, request);
        Deadline deadline = new Deadline(request.deadlineNanos());
        long began = System.nanoTime();
        // Socket timeouts begin anew with each byte; only closing the connection ends a slow drip
        // in time.
        Future<?> alarm = alarms.at(deadline, post::cancel);
        watch.leasing(maxIdleNanos);
        try (ClassicHttpResponse response = client.executeOpen(host, post, context)) {
            return whole(response, post, deadline);
        } catch (IOException e) {
            GuardedConnection connection = SentMark.connection(context);
            ExchangeException failure = new HttpFailures(target, deadline).of(e, connection);
            if (failure.kind() == Kind.TIMEOUT) {
                silent(connection, began);
            }
            throw failure;
        } catch (IllegalStateException e) {
            // HttpClient 5 throws it where the alarm cancels the request before it is connected.
            if (post.isCancelled()) {
                throw new HttpFailures(target, deadline)
                        .of(new IOException(e), SentMark.connection(context));
            }
            throw e;
        } finally {
            watch.leased();
            alarm.cancel(false);
            SentMark.end(context);
        }
    }

    /**
     * Where a connection that had been idle stayed silent, a firewall may have cut it without a
     * word, and with it all that have shown no life since.
     */
    private void silent(GuardedConnection connection, long began) {
        if (connection != null && connection.reused() && connection.received().bytes() == 0) {
            long nanos = System.nanoTime() - began;
            connections.closeIdle(TimeValue.ofMilliseconds(TimeUnit.NANOSECONDS.toMillis(nanos)));
        }
    }

    private static String scheme(ServerTarget target) {
        return target.endpoint().getScheme().toLowerCase(Locale.ROOT);
    }

    /**
     * Closing a response reads what is left of it, so that of a refused one the connection is
     * closed first.
     */
    private ServerReply whole(ClassicHttpResponse response, HttpPost post, Deadline deadline)
            throws IOException, ExchangeException {
        boolean whole = false;
        try {
            ServerReply reply = replies.read(response, deadline);
            whole = true;
            return reply;
        } finally {
            if (!whole) {
                post.cancel();
            }
        }
    }

    private static CloseableHttpClient client(
            PoolingHttpClientConnectionManager connections, ServerKeepAlive keepAlive) {
        return HttpClients.custom()
                .setKeepAliveStrategy(keepAlive)
                .setConnectionManager(connections)
                .setRequestExecutor(new SentMark())
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setAuthenticationEnabled(false)
                                .setExpectContinueEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .setRedirectsEnabled(false)
                                .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }
}
