package io.hansa.proxy.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Collection;
import java.util.Date;
import java.util.List;

/**
 * Whose certificate it is, the same for peers that come in and for those that are called: valid at
 * this moment, exactly one identity, and what an administrator entered for the peer. The chain up
 * to a trusted authority was verified in the handshake. Safe for many threads.
 */
public final class PeerCertificates {
    /** A connection shows the same certificate with every request. */
    private final Cache<X509Certificate, CertificateIdentity> read =
            Caffeine.newBuilder().maximumSize(1000).executor(Runnable::run).build();

    private final Clock clock;

    public PeerCertificates(Clock clock) {
        this.clock = clock;
    }

    /**
     * The one enabled peer to which the certificate belongs.
     *
     * @throws CertificateException with a sentence that says why it belongs to none
     */
    public Peer owner(Collection<Peer> peers, X509Certificate certificate)
            throws CertificateException {
        CertificateIdentity identity = valid(certificate);
        List<Peer> owners = peers.stream().filter(peer -> matches(peer, identity)).toList();
        if (owners.size() > 1) {
            throw new CertificateException(
                    "The certificate matches the peers %s; correct what is entered for their certificates."
                            .formatted(owners.stream().map(Peer::id).sorted().toList()));
        }
        if (owners.isEmpty() || !owners.get(0).enabled()) {
            throw new CertificateException(
                    "The certificate is of %s (SHA-256 %s): no peer of this proxy, or a disabled one."
                            .formatted(identity.shown(), identity.fingerprint()));
        }
        return owners.get(0);
    }

    /**
     * @throws CertificateException where the certificate is not that peer's, with a sentence that
     *     names both
     */
    public void require(Peer peer, X509Certificate certificate) throws CertificateException {
        CertificateIdentity identity = valid(certificate);
        if (!matches(peer, identity)) {
            throw new CertificateException(
                    "The certificate at %s is of %s (SHA-256 %s), not of peer %s; correct the peer's url or certificate."
                            .formatted(
                                    peer.url(),
                                    identity.shown(),
                                    identity.fingerprint(),
                                    peer.id()));
        }
    }

    /** What a token must be bound to that comes with the certificate (RFC 8705, section 3.1). */
    public String thumbprint(X509Certificate certificate) throws CertificateException {
        return identity(certificate).thumbprint();
    }

    private static boolean matches(Peer peer, CertificateIdentity identity) {
        PeerCertificate entered = peer.certificate();
        if (entered == null) {
            return peer.id().equals(identity.name());
        }
        return (entered.san() == null || identity.hasAlternative(entered.san()))
                && (entered.sha256().isEmpty()
                        || entered.sha256().contains(identity.fingerprint()));
    }

    /** Asked for every request: connections and resumed sessions may outlive their certificate. */
    private CertificateIdentity valid(X509Certificate certificate) throws CertificateException {
        try {
            certificate.checkValidity(Date.from(clock.instant()));
        } catch (CertificateExpiredException | CertificateNotYetValidException outside) {
            throw new CertificateException(
                    "The certificate of %s is valid from %s to %s only; renew it, or compare the clocks."
                            .formatted(
                                    identity(certificate).shown(),
                                    certificate.getNotBefore().toInstant(),
                                    certificate.getNotAfter().toInstant()),
                    outside);
        }
        return identity(certificate);
    }

    private CertificateIdentity identity(X509Certificate certificate) throws CertificateException {
        CertificateIdentity known = read.getIfPresent(certificate);
        if (known == null) {
            known = CertificateIdentity.of(certificate);
            read.put(certificate, known);
        }
        return known;
    }
}
