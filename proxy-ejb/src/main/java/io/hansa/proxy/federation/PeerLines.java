package io.hansa.proxy.federation;

import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.configuration.ExtranetTls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * Reads what peers tell about themselves, and gives the keys and trust for connections to them. A
 * peer gets an HTTP client for each state of its entry. Safe for many threads.
 */
final class PeerLines {
    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int MAX_DETAIL = 300;

    private record Line(Peer peer, HttpClient client) {}

    private final ExtranetStores stores;
    private final PeerCertificates certificates;
    private final Executor executor;
    private final ConcurrentHashMap<String, Line> lines = new ConcurrentHashMap<>();

    /**
     * @param executor runs what is to be done when something arrives; nothing waits there
     */
    PeerLines(ExtranetStores stores, PeerCertificates certificates, Executor executor) {
        this.stores = stores;
        this.certificates = certificates;
        this.executor = executor;
    }

    /**
     * Reads a document, in UTF-8. The thread waits for the whole of it, however slowly it comes,
     * until the deadline and no longer; then the connection is closed.
     *
     * @param path at the peer's url
     * @param maxBytes a longer document is refused
     * @throws IOException with half a sentence that says why there is none
     * @throws IllegalStateException where the peer's link needs keys that this proxy was not given
     */
    String read(Peer peer, String path, int maxBytes, Duration deadline) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(peer.url().resolve(path))
                        .header("Accept", "application/json")
                        .timeout(deadline)
                        .build();
        try {
            HttpResponse<byte[]> response =
                    BoundedFetch.read(client(peer), request, maxBytes, deadline);
            String text = new String(response.body(), StandardCharsets.UTF_8);
            if (response.statusCode() != OK) {
                throw new IOException(
                        "it answered with status " + response.statusCode() + shown(text));
            }
            return text;
        } catch (TimeoutException late) {
            throw new IOException(
                    "it did not answer whole within " + deadline.toMillis() + " ms", late);
        } catch (ExecutionException failed) {
            throw failure(failed.getCause());
        }
    }

    private static IOException failure(Throwable cause) {
        String another = NotThatPeerException.sentence(cause);
        if (another != null) {
            return new IOException(another, cause);
        }
        String message =
                cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        return new IOException(message, cause);
    }

    /** A peer that refuses says why in a problem document. */
    private static String shown(String body) {
        String line = body.replaceAll("\\p{Cntrl}", " ").strip();
        return line.isEmpty() ? "" : ": " + line.substring(0, Math.min(MAX_DETAIL, line.length()));
    }

    /**
     * Of this proxy's own client certificate, as tokens are bound to it; null where there is none.
     */
    String thumbprint() {
        return stores.tls().map(ExtranetTls::certificate).map(this::thumbprint).orElse(null);
    }

    private String thumbprint(X509Certificate own) {
        try {
            return certificates.thumbprint(own);
        } catch (CertificateException unusable) {
            throw new IllegalArgumentException(
                    "The certificate in hansa.extranet.keystore cannot be used: "
                            + unusable.getMessage(),
                    unusable);
        }
    }

    void forget(String peer) {
        lines.remove(peer);
    }

    /**
     * The keys and trust for the peer's link, which believe that peer only; null for plain HTTP.
     */
    SSLContext context(Peer peer) {
        if (!"https".equals(peer.url().getScheme())) {
            return null;
        }
        return stores.tls()
                .orElseThrow(() -> new IllegalStateException(withoutStores(peer)))
                .context(authorities -> new PeerTrustManager(authorities, certificates, peer));
    }

    private String withoutStores(Peer peer) {
        return "Peer %s is reached by https; %s"
                .formatted(
                        peer.id(),
                        stores.fault() == null
                                ? "set hansa.extranet.keystore and hansa.extranet.truststore on this node."
                                : stores.fault());
    }

    private HttpClient client(Peer peer) {
        return lines.compute(
                        peer.id(),
                        (id, line) ->
                                line != null && line.peer().equals(peer)
                                        ? line
                                        : new Line(peer, build(peer)))
                .client();
    }

    private HttpClient build(Peer peer) {
        HttpClient.Builder builder =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT)
                        .executor(executor);
        SSLContext context = context(peer);
        if (context != null) {
            builder.sslContext(context);
        }
        return builder.build();
    }
}
