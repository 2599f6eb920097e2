package io.hansa.proxy.federation;

import io.hansa.proxy.capability.Capability.RateLimit;
import io.hansa.proxy.capability.CapabilityPattern;
import java.net.URI;
import java.util.List;
import java.util.Objects;

/**
 * Another proxy this one knows.
 *
 * @param url its base URL, without a path
 * @param rateLimit of what it sends to this proxy; null: no ceiling
 * @param trust what an administrator knows of it and lets be asked of it
 */
public record Peer(
        String id,
        URI url,
        Link link,
        Transport transport,
        boolean enabled,
        RateLimit rateLimit,
        PeerTrust trust,
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

    /** Without a ceiling, and with nothing entered of what it is trusted with. */
    public Peer(String id, URI url, Link link, Transport transport, boolean enabled, long version) {
        this(id, url, link, transport, enabled, null, PeerTrust.NONE, version);
    }

    public Peer {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(link, "link");
        Objects.requireNonNull(transport, "transport");
        Objects.requireNonNull(trust, "trust");
        if (link == Link.EXTRANET && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "the url of an EXTRANET peer must begin with https://, the link needs mutual TLS");
        }
    }

    /** The organization as entered here; null: not entered. */
    public String organization() {
        return trust.organization();
    }

    /** What may be asked of it as entered here; null: not entered. */
    public List<CapabilityPattern> capabilities() {
        return trust.capabilities();
    }

    /** What its certificate must be; null: not entered, its identity must be the peer's id. */
    public PeerCertificate certificate() {
        return trust.certificate();
    }

    /**
     * Whether it belongs to another organization. Then what it says of callers counts for its own
     * callers only.
     *
     * @param ownOrganization of this proxy
     */
    public boolean foreign(String ownOrganization) {
        return link == Link.EXTRANET
                || organization() != null && !organization().equals(ownOrganization);
    }

    /**
     * Whether the capability may be asked of it, if it announces it.
     *
     * @param ownOrganization of this proxy
     */
    public boolean mayBeAsked(String capability, String ownOrganization) {
        return capabilities() == null
                ? !foreign(ownOrganization)
                : capabilities().stream().anyMatch(pattern -> pattern.matches(capability));
    }
}
