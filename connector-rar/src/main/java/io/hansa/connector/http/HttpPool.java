package io.hansa.connector.http;

import io.hansa.connector.ChannelStatus;
import io.hansa.connector.ExchangeException;
import io.hansa.connector.PendingReply;
import io.hansa.connector.ServerReply;
import io.hansa.connector.ServerRequest;
import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.Alarms;
import io.hansa.connector.pool.Deadline;
import io.hansa.connector.pool.ExchangePermits;
import io.hansa.connector.pool.PoolContext;
import io.hansa.connector.pool.TargetAddresses;
import io.hansa.connector.pool.TargetPool;
import io.hansa.connector.text.Transcoder;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
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
    public PendingReply<ServerReply, ExchangeException> begin(ServerRequest request)
            throws ExchangeException {
        return new HttpExchange(this, request);
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

    HttpRequests requests() {
        return requests;
    }

    HttpReplies replies() {
        return replies;
    }

    ExchangePermits permits() {
        return slots;
    }

    ConnectionWatch watch() {
        return watch;
    }

    Alarms alarms() {
        return alarms;
    }

    ServerTarget target() {
        return target;
    }

    boolean closed() {
        return closed;
    }

    ClassicHttpResponse open(HttpPost post, HttpClientContext context) throws IOException {
        return client.executeOpen(host, post, context);
    }

    /**
     * A connection that had been idle has stayed silent in an exchange that began at that moment.
     */
    void silentSince(long nanos) {
        long passed = System.nanoTime() - nanos;
        connections.closeIdle(TimeValue.ofMilliseconds(TimeUnit.NANOSECONDS.toMillis(passed)));
    }

    private static String scheme(ServerTarget target) {
        return target.endpoint().getScheme().toLowerCase(Locale.ROOT);
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
