package io.hansa.connector.http;

import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.ConnectPermits;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/**
 * Builds the library's connection pool for one target, each connection being checked before each
 * reuse.
 */
final class HttpConnections {

    private static final int MAX_HEADERS = 200;
    private static final int MAX_LINE = 32 * 1024;

    private HttpConnections() {}

    static PoolingHttpClientConnectionManager open(
            ServerTarget target,
            PoolSettings settings,
            TargetAddresses addresses,
            ConnectionWatch watch) {
        Http1Config config =
                Http1Config.custom()
                        .setMaxHeaderCount(MAX_HEADERS)
                        .setMaxLineLength(MAX_LINE)
                        .build();
        PoolingHttpClientConnectionManager connections =
                new PoolingHttpClientConnectionManager(
                        new PacedConnecting(
                                new ConnectPermits(target, settings),
                                new BoundedDns(addresses, target.connectTimeoutMillis()),
                                RegistryBuilder.<TlsSocketStrategy>create()
                                        .register(URIScheme.HTTPS.id, tls(target))
                                        .build()),
                        PoolConcurrencyPolicy.LAX,
                        PoolReusePolicy.LIFO,
                        null,
                        socket -> new GuardedConnection(config, watch));
        connections.setMaxTotal(target.maxConcurrent());
        connections.setDefaultMaxPerRoute(target.maxConcurrent());
        connections.setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build());
        connections.setDefaultConnectionConfig(
                ConnectionConfig.custom()
                        .setConnectTimeout(Timeout.ofMilliseconds(target.connectTimeoutMillis()))
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .setIdleTimeout(Timeout.ofMilliseconds(settings.idleMillis(target)))
                        .setTimeToLive(TimeValue.ofMilliseconds(settings.lifetimeMillis()))
                        .build());
        return connections;
    }

    private static TlsSocketStrategy tls(ServerTarget target) {
        SSLContext context =
                target.tls() != null ? target.tls() : SSLContexts.createSystemDefault();
        TlsSocketStrategy strategy = new DefaultClientTlsStrategy(context);
        return (socket, host, port, attachment, exchange) ->
                strategy.upgrade(new ProvenEnd(socket), host, port, attachment, exchange);
    }
}
