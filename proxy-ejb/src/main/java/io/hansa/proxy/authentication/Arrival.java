package io.hansa.proxy.authentication;

/**
 * How a request came in.
 *
 * @param extranet over the listener that demands a client certificate
 * @param certificateName the common name of that certificate; null on the intranet
 */
public record Arrival(boolean extranet, String certificateName) {
    public static final Arrival INTRANET = new Arrival(false, null);
}
