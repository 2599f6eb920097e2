package io.hansa.proxy.authentication;

import java.security.cert.X509Certificate;
import java.util.Objects;

/**
 * Where a request entered.
 *
 * @param extranet whether it came over the listener for other organizations, which requires a
 *     client certificate
 * @param certificate the client certificate; null on the intranet
 * @param source the address of the sender
 */
public record IngressPoint(boolean extranet, X509Certificate certificate, Source source) {
    public static final IngressPoint INTRANET = new IngressPoint(false, null, Source.UNKNOWN);

    public IngressPoint {
        Objects.requireNonNull(source, "source");
    }

    /**
     * The extranet listener with that client certificate; null means none. The source is unknown.
     */
    public static IngressPoint extranet(X509Certificate certificate) {
        return new IngressPoint(true, certificate, Source.UNKNOWN);
    }

    /** This entry with another source. */
    public IngressPoint from(Source sender) {
        return new IngressPoint(extranet, certificate, sender);
    }
}
