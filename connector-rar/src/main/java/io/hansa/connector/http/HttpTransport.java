package io.hansa.connector.http;

import io.hansa.connector.ServerTarget;
import io.hansa.connector.pool.PoolSettings;
import io.hansa.connector.pool.TargetAddresses;
import java.io.IOException;
import java.util.Locale;
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

/**
 * HttpClient as it serves one target: it sends one request and opens the reply, and does nothing of
 * its own accord (no retries, redirects, cookies, authentication or content codings). Safe for many
 * threads.
 */
final class HttpTransport {

    private final HttpHost host;
    private final TimeValue idle;
    private final PoolingHttpClientConnectionManager connections;
    private final CloseableHttpClient client;

    HttpTransport(
            ServerTarget target,
            PoolSettings settings,
            TargetAddresses addresses,
            ConnectionWatch watch) {
        String scheme = target.endpoint().getScheme().toLowerCase(Locale.ROOT);
        this.host = new HttpHost(scheme, target.host(), target.endpoint().getPort());
        this.idle = TimeValue.ofMilliseconds(settings.idleMillis(target));
        this.connections = HttpConnections.open(target, settings, addresses, watch);
        this.client = client(connections, new ServerKeepAlive(settings.idleMillis(target)));
    }

    ClassicHttpResponse open(HttpPost post, HttpClientContext context) throws IOException {
        return client.executeOpen(host, post, context);
    }

    void closeExpired() {
        connections.closeExpired();
        connections.closeIdle(idle);
    }

    /** Closes connections that have been idle for so long. */
    void closeIdle(long millis) {
        connections.closeIdle(TimeValue.ofMilliseconds(millis));
    }

    /** Closes all connections at once; exchanges in flight fail. */
    void close() {
        client.close(CloseMode.IMMEDIATE);
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
