package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.federation.PeerCertificates;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.UsedTokens;
import io.hansa.proxy.token.VerifiedToken;
import java.security.cert.CertificateException;

/**
 * Decides which peers may ask, and over which listener. On the extranet the certificate is checked
 * first. On the intranet the token's issuer is checked before its key is looked up. Safe for many
 * threads.
 */
public final class PeerDoor {
    private final String proxy;
    private final PeerCertificates certificates;
    private final TokenVerifier tokens;
    private final UsedTokens used;

    /**
     * @param proxy this proxy's id
     */
    public PeerDoor(
            String proxy, PeerCertificates certificates, TokenVerifier tokens, UsedTokens used) {
        this.proxy = proxy;
        this.certificates = certificates;
        this.tokens = tokens;
        this.used = used;
    }

    /**
     * The peer of the client certificate of a request on the extranet; null on the intranet. The
     * result holds for one request, because peers are disabled and certificates expire while
     * connections stay open.
     *
     * @throws Failure AUTHENTICATION_FAILED if the certificate belongs to no enabled peer
     */
    public Peer peer(Registry registry, IngressPoint arrival) {
        if (!arrival.extranet()) {
            return null;
        }
        if (arrival.certificate() == null) {
            throw refused("The extranet listener accepts requests with a client certificate only.");
        }
        try {
            return certificates.owner(registry.peers().values(), arrival.certificate());
        } catch (CertificateException notOfAPeer) {
            throw refused(notOfAPeer.getMessage());
        }
    }

    /**
     * Checks that a token of that issuer may enter here.
     *
     * @param peer the certificate's peer; null on the intranet
     */
    void admit(Registry registry, String issuer, Peer peer) {
        if (issuer.equals(proxy)) {
            if (peer != null) {
                throw refused("The extranet listener accepts requests of peers only.");
            }
            return;
        }
        Peer claimed = registry.peers().get(issuer);
        if (claimed == null || !claimed.enabled()) {
            throw refused("The token's issuer is not an enabled peer of this proxy.");
        }
        if (peer == null && claimed.link() == Peer.Link.EXTRANET) {
            throw refused("Peer " + issuer + " must use the extranet listener.");
        }
        if (peer != null && !peer.id().equals(issuer)) {
            throw refused(
                    "The token is from peer %s, the client certificate from %s; both must belong to the same peer."
                            .formatted(issuer, peer.id()));
        }
    }

    /**
     * The peer that signed the verified and admitted token.
     *
     * @param once whether the token may serve one request only
     */
    Peer accept(Registry registry, VerifiedToken token, IngressPoint arrival, boolean once) {
        requireBinding(token, arrival);
        if (once) {
            used.use(token.issuer(), token.proof().id(), tokens.end(token));
        }
        return registry.peers().get(token.issuer());
    }

    /** A token that is bound to a certificate is valid only with it (RFC 8705, section 3). */
    private void requireBinding(VerifiedToken token, IngressPoint arrival) {
        String bound = token.proof().certificate();
        if (!arrival.extranet()) {
            if (bound != null) {
                throw refused(
                        "The token is bound to a client certificate; it must use the extranet listener.");
            }
            return;
        }
        if (bound == null) {
            throw refused(
                    "The token is not bound to a client certificate (RFC 8705, claim cnf); upgrade the peer to a version that binds its tokens.");
        }
        try {
            if (!bound.equals(certificates.thumbprint(arrival.certificate()))) {
                throw refused("The token is bound to another client certificate.");
            }
        } catch (CertificateException unreadable) {
            throw refused(unreadable.getMessage());
        }
    }

    private static Failure refused(String detail) {
        return Failure.of(ErrorCode.AUTHENTICATION_FAILED, detail);
    }
}
