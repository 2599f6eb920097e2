package io.hansa.client.transport;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;

/**
 * How connections are made.
 *
 * @param tls null for that of the JDK
 * @param maxReplyBytes of a reply that is held in memory
 */
public record RestSettings(
        Duration connectTimeout, SSLContext tls, long maxReplyBytes, Executor threads) {
    /**
     * HTTP/1.1, because a proxy speaks nothing else and the offer of an upgrade costs a header. No
     * redirect is followed: it could lead to something that is no proxy.
     */
    HttpClient connect() {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(connectTimeout)
                        .executor(threads);
        if (tls != null) {
            builder.sslContext(tls);
        }
        return builder.build();
    }
}
