package io.hansa.proxy.authentication;

import java.security.cert.X509Certificate;

/**
 * How a request came in.
 *
 * @param extranet over the listener for other organizations, which demands a client certificate
 * @param certificate that the client showed there; null on the intranet
 */
public record Arrival(boolean extranet, X509Certificate certificate) {
    public static final Arrival INTRANET = new Arrival(false, null);

    /** Over the listener for other organizations, with that certificate; null: with none. */
    public static Arrival extranet(X509Certificate certificate) {
        return new Arrival(true, certificate);
    }
}
