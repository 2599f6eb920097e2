package io.hansa.proxy.federation;

import io.hansa.proxy.capability.Capability.RateLimit;
import java.net.URI;
import java.util.Objects;

/**
 * Another proxy this one knows.
 *
 * @param url its base URL, without a path
 * @param rateLimit of what it sends to this proxy; null: no ceiling
 */
public record Peer(
        String id,
        URI url,
        Link link,
        Transport transport,
        boolean enabled,
        RateLimit rateLimit,
        long version) {
    /** Where the peer is: in the same region or organization, or in another. */
    public enum Link {
        INTRANET,
        EXTRANET
    }

    /** How requests travel to it; capability information and keys are always read from the url. */
    public enum Transport {
        REST,
        /** To its remote view over IIOP, at the address that its capability information names. */
        EJB
    }

    /** Without a ceiling. */
    public Peer(String id, URI url, Link link, Transport transport, boolean enabled, long version) {
        this(id, url, link, transport, enabled, null, version);
    }

    public Peer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(transport, "transport");
        if (link == Link.EXTRANET && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "the url of an EXTRANET peer must begin with https://, the link needs mutual TLS");
        }
    }
}
