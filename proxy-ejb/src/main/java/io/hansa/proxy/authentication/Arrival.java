package io.hansa.proxy.authentication;

import java.util.Objects;

/**
 * How a request came in.
 *
 * @param extranet over the listener that demands a client certificate
 * @param certificateName the common name of that certificate; null on the intranet
 * @param source where from
 */
public record Arrival(boolean extranet, String certificateName, Source source) {
    public static final Arrival INTRANET = new Arrival(false, null);

    public Arrival {
        Objects.requireNonNull(source, "source");
    }

    /** From nobody knows where. */
    public Arrival(boolean extranet, String certificateName) {
        this(extranet, certificateName, Source.UNKNOWN);
    }

    /** The same from there. */
    public Arrival from(Source there) {
        return new Arrival(extranet, certificateName, there);
    }
}
