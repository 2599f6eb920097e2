package io.hansa.connector;

import java.nio.charset.Charset;
import java.util.Objects;

/**
 * Where business servers may call and how.
 *
 * @param name for messages and for {@link ServerCall#listener()}
 * @param address of this machine, such as {@code 127.0.0.1}
 * @param port 0 for any that is free
 * @param framing of calls and replies; a {@link Dialogue} with correlation takes many calls at once
 *     on each connection, and has no probes
 * @param charset of the servers' text; null leaves all bytes untouched
 * @param contentType of what they send
 * @param tls null for none
 */
public record ListenerSettings(
        String name,
        String address,
        int port,
        Framing framing,
        Charset charset,
        String contentType,
        ListenerLimits limits,
        ListenerTls tls) {

    public ListenerSettings {
        Objects.requireNonNull(name, "A listener needs a name.");
        Objects.requireNonNull(address, "A listener needs an address, such as 127.0.0.1.");
        Objects.requireNonNull(framing, "A listener needs a framing, such as delimiter.");
        Objects.requireNonNull(limits, "A listener needs limits, such as the usual ones.");
        if (framing instanceof Dialogue dialogue
                && (dialogue.signOn() != null || dialogue.echo() != null)) {
            throw new IllegalArgumentException(
                    "Listener %s is called and asks nothing itself; leave signOn and echo out."
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
    }

    /** A port without TLS. */
    public ListenerSettings(
            String name,
            String address,
            int port,
            Framing framing,
            Charset charset,
            String contentType,
            ListenerLimits limits) {
        this(name, address, port, framing, charset, contentType, limits, null);
    }

    /**
     * How a call finds its reply among others on its connection; null: one call after the other.
     */
    public Correlation correlation() {
        return framing instanceof Dialogue dialogue ? dialogue.correlation() : null;
    }
}
