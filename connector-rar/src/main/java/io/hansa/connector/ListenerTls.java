package io.hansa.connector;

import java.util.Objects;
import javax.net.ssl.SSLContext;

/**
 * TLS on a port on which business servers call.
 *
 * @param context the port's own key, and whom callers' certificates are believed from
 */
public record ListenerTls(SSLContext context, ClientCertificate client) {

    /** What a caller has to show. */
    public enum ClientCertificate {
        /** It is not asked. */
        NONE,
        /** It may come without one; one that is shown has to be believed. */
        OPTIONAL,
        /** Without one that is believed, no call is taken. */
        REQUIRED
    }

    public ListenerTls {
        Objects.requireNonNull(context, "TLS needs a context with the port's key.");
        Objects.requireNonNull(client, "Say whether callers need a certificate.");
    }
}
