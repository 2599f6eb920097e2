package io.hansa.connector.http;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.ServerExchange;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Future;
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
    private final ConnectionWatch watch = new ConnectionWatch();
    private final TimeValue idle;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;

    public HttpPool(ServerTarget target, PoolContext surroundings) {
        Transcoder transcoder = new Transcoder(target.charset());
        this.target = target;
        this.host = HttpHost.create(target.endpoint());
        this.requests = new HttpRequests(target, transcoder);
        this.replies = new HttpReplies(target, transcoder);
        this.slots = new ExchangePermits(target, surroundings);
        this.alarms = surroundings.alarms();
        this.idle = TimeValue.ofMilliseconds(surroundings.settings().idleMillis());
        this.connections = HttpConnections.open(target, surroundings, watch);
        this.client = client(connections);
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
        Deadline deadline = new Deadline(request.deadlineNanos());
        slots.take(deadline);
        try {
            return exchange(post, request, deadline);
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
        client.close(CloseMode.IMMEDIATE);
    }

    private ServerReply exchange(HttpPost post, ServerRequest request, Deadline deadline)
            throws ExchangeException {
        HttpClientContext context = HttpClientContext.create();
        SentMark.begin(context, request);
        HttpFailures failures = new HttpFailures(target, context, deadline);
        // Socket timeouts begin anew with each byte; only closing the connection ends a slow drip
        // in time.
        Future<?> alarm = alarms.at(deadline, post::cancel);
        try (ClassicHttpResponse response = client.executeOpen(host, post, context)) {
            failures.replyBegan();
            return whole(response, post, deadline);
        } catch (IOException e) {
            throw failures.of(e);
        } finally {
            alarm.cancel(false);
            SentMark.end(context);
        }
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

    private static CloseableHttpClient client(PoolingHttpClientConnectionManager connections) {
        return HttpClients.custom()
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
