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
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;

/** The HTTP connections of one target. */
public final class HttpPool implements TargetPool {

    private final ServerTarget target;
    private final HttpRequests requests;
    private final HttpReplies replies;
    private final ExchangePermits permits;
    private final Alarms alarms;
    private final TargetAddresses addresses;
    private final ConnectionWatch watch;
    private final HttpTransport transport;
    private volatile boolean closed;

    public HttpPool(ServerTarget target, PoolContext context) {
        Transcoder transcoder = new Transcoder(target.charset());
        this.target = target;
        this.requests = new HttpRequests(target, transcoder);
        this.replies = new HttpReplies(target, transcoder);
        this.permits = new ExchangePermits(target, context);
        this.alarms = context.alarms();
        this.addresses = new TargetAddresses(target, context.addresses());
        this.watch = new ConnectionWatch(addresses);
        this.transport = new HttpTransport(target, context.settings(), addresses, watch);
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
        transport.closeExpired();
    }

    @Override
    public void drain() {
        transport.closeIdle(0);
    }

    @Override
    public void close() {
        closed = true;
        transport.close();
    }

    HttpRequests requests() {
        return requests;
    }

    HttpReplies replies() {
        return replies;
    }

    ExchangePermits permits() {
        return permits;
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
        return transport.open(post, context);
    }

    /**
     * A connection that had been idle has stayed silent in an exchange that began at that moment.
     */
    void silentSince(long nanos) {
        transport.closeIdle(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos));
    }
}
