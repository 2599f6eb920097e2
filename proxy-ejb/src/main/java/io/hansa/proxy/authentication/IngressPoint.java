package io.hansa.proxy.authentication;

import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * How a request came in.
 *
 * @param extranet over the listener for other organizations, which demands a client certificate
 * @param certificate that the client showed there; null on the intranet
 * @param source where from
 */
public record IngressPoint(boolean extranet, X509Certificate certificate, Source source) {
    public static final IngressPoint INTRANET = new IngressPoint(false, null, Source.UNKNOWN);

    public IngressPoint {
        Objects.requireNonNull(source, "source");
    }

    /**
     * Over the listener for other organizations, with that certificate; null: with none. From
     * nobody knows where.
     */
    public static IngressPoint extranet(X509Certificate certificate) {
        return new IngressPoint(true, certificate, Source.UNKNOWN);
    }

    /** The same from there. */
    public IngressPoint from(Source there) {
        return new IngressPoint(extranet, certificate, there);
    }
}
