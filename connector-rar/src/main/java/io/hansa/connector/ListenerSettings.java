package io.hansa.connector;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Where business servers may call and how.
 *
 * @param name for messages and for {@link ServerCall#listener()}
 * @param address of this machine, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param framing of requests and replies; neither correlation nor probes
 * @param charset of the servers' text; null leaves all bytes untouched
 * @param contentType of what they send
 * @param maxConnections at once; more are refused
 * @param maxCallBytes a longer request ends its connection
 * @param idleMillis after which a connection without a request is closed
 * @param callMillis for a request to arrive whole, and for its reply to be taken
 * @param tls null for none
 */
public record ListenerSettings(
        String name,
        String address,
        int port,
        Framing framing,
        Charset charset,
        String contentType,
        int maxConnections,
        int maxCallBytes,
        int idleMillis,
        int callMillis,
        ListenerTls tls) {

    public ListenerSettings {
        Objects.requireNonNull(name, "A listener needs a name.");
        Objects.requireNonNull(address, "A listener needs an address, such as 127.0.0.1.");
        Objects.requireNonNull(framing, "A listener needs a framing, such as delimiter.");
        if (framing instanceof Dialogue) {
            throw new IllegalArgumentException(
                    "Listener %s takes one request after the other; leave correlate, signOn and echo out."
                            .formatted(name));
        }
        if (tls != null && framing instanceof Close) {
            throw new IllegalArgumentException(
                    "Listener %s cannot be framed by close in TLS, which ends both ways at once; use another framing."
                            .formatted(name));
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException(
                    "Listener %s has the port %d; give 0 to 65535.".formatted(name, port));
        }
        if (Math.min(Math.min(maxConnections, maxCallBytes), Math.min(idleMillis, callMillis))
                < 1) {
            throw new IllegalArgumentException(
                    "Listener %s needs limits of 1 or more: connections %d, bytes %d, idle %d ms, call %d ms."
                            .formatted(name, maxConnections, maxCallBytes, idleMillis, callMillis));
        }
    }

    /** A port without TLS. */
    public ListenerSettings(
            String name,
            String address,
            int port,
            Framing framing,
            Charset charset,
            String contentType,
            int maxConnections,
            int maxCallBytes,
            int idleMillis,
            int callMillis) {
        this(
                name,
                address,
                port,
                framing,
                charset,
                contentType,
                maxConnections,
                maxCallBytes,
                idleMillis,
                callMillis,
                null);
    }
}
