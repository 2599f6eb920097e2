package io.hansa.connector;

import java.net.URI;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * One business server, or one peer, as the connector sees it. Equal targets share one channel pool,
 * whose name is the {@code id}. A target that comes with a known id but is not equal to the last
 * one replaces it: exchanges in flight end on the old channels, all later ones use new ones. Keep
 * one instance per server, which makes the comparison free.
 *
 * @param endpoint {@code tcp://host:port}, {@code tls://host:port}, or an {@code http} or {@code
 *     https} address to which requests are posted
 * @param framing how a {@code tcp} or {@code tls} stream is cut into messages; null for {@code
 *     http} and {@code https}
 * @param charset that of text at the business server, UTF-8 being used outside; null leaves all
 *     bytes untouched
 * @param limits of its channels
 * @param maxReplyBytes a longer reply is a protocol error and costs its channel
 * @param tls keys and trust for {@code tls} and {@code https}; null for those of the JVM. The
 *     host's name is verified in any case
 * @param soap the envelope of {@code http} and {@code https} requests; null for none
 */
public record ServerTarget(
        String id,
        URI endpoint,
        Framing framing,
        Charset charset,
        ConnectionLimits limits,
        int maxReplyBytes,
        SSLContext tls,
        Soap soap) {

    public ServerTarget {
        Objects.requireNonNull(id, "A target needs an id.");
        Objects.requireNonNull(limits, "A target needs limits.");
        Objects.requireNonNull(endpoint, "A target needs an endpoint.");
        require(!id.isBlank(), "A target needs an id that is not blank.");
        requireEndpoint(endpoint, framing);
        require(
                soap == null || framing == null,
                "%s takes no soap; leave it out or give an http endpoint.",
                endpoint);
        require(
                charset == null || charset.canEncode(),
                "%s cannot be written; name a charset that can encode.",
                charset);
        require(maxReplyBytes > 0, "maxReplyBytes is %d; give 1 or more.", maxReplyBytes);
        if (Dialogue.bare(framing) instanceof Fixed fixed) {
            require(
                    fixed.bytes() <= maxReplyBytes,
                    "Records of %d bytes do not fit maxReplyBytes %d; raise it.",
                    fixed.bytes(),
                    maxReplyBytes);
        }
    }

    /** A target without SOAP, whose channels are idle as long as the adapter's setting says. */
    public ServerTarget(
            String id,
            URI endpoint,
            Framing framing,
            Charset charset,
            int maxConcurrent,
            int connectTimeoutMillis,
            int maxReplyBytes,
            SSLContext tls) {
        this(
                id,
                endpoint,
                framing,
                charset,
                maxConcurrent,
                connectTimeoutMillis,
                maxReplyBytes,
                tls,
                null);
    }

    /** A target whose channels are idle as long as the adapter's setting says. */
    public ServerTarget(
            String id,
            URI endpoint,
            Framing framing,
            Charset charset,
            int maxConcurrent,
            int connectTimeoutMillis,
            int maxReplyBytes,
            SSLContext tls,
            Soap soap) {
        this(
                id,
                endpoint,
                framing,
                charset,
                new ConnectionLimits(
                        maxConcurrent, connectTimeoutMillis, ConnectionLimits.ADAPTERS_IDLE_MILLIS),
                maxReplyBytes,
                tls,
                soap);
    }

    public int maxConcurrent() {
        return limits.maxConcurrent();
    }

    public int connectTimeoutMillis() {
        return limits.connectTimeoutMillis();
    }

    /**
     * The host of the endpoint as look-ups, certificates and sockets take it: an IPv6 address is
     * without the brackets that a URI has around it (RFC 3986, section 3.2.2).
     */
    public String host() {
        String host = endpoint.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    /** Whether exchanges are HTTP ones, rather than frames on a stream. */
    public boolean http() {
        return framing == null;
    }

    /** Whether frames travel in a TLS stream. */
    public boolean framedTls() {
        return "tls".equalsIgnoreCase(endpoint.getScheme());
    }

    private static void requireEndpoint(URI endpoint, Framing framing) {
        require(
                endpoint.getUserInfo() == null,
                "The endpoint of a target takes no user info; send an Authorization header.");
        String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
        switch (scheme) {
            case "tcp", "tls" -> {
                require(
                        endpoint.getHost() != null && isPort(endpoint.getPort()),
                        "%s lacks host or port; write %s://host:port.",
                        endpoint,
                        scheme);
                require(framing != null, "%s needs a framing, such as length-prefix.", endpoint);
                require(
                        !(scheme.equals("tls") && framing instanceof Close),
                        "%s cannot be framed by close, TLS ends both ways at once; use another framing.",
                        endpoint);
            }
            case "http", "https" -> {
                require(
                        endpoint.getHost() != null,
                        "%s lacks a host; write %s://host/path.",
                        endpoint,
                        scheme);
                require(
                        framing == null,
                        "%s is an HTTP endpoint and takes no framing; leave it out.",
                        endpoint);
            }
            default ->
                    throw new IllegalArgumentException(
                            endpoint + " has no known scheme; use tcp, tls, http or https.");
        }
    }

    private static boolean isPort(int port) {
        return port > 0 && port <= 65_535;
    }

    private static void require(boolean valid, String message, Object... values) {
        if (!valid) {
            throw new IllegalArgumentException(message.formatted(values));
        }
    }
}
