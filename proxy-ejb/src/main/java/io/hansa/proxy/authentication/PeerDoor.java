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
 * Which peers may ask, and over which listener. On the extranet the certificate is looked at before
 * everything else, on the intranet the name of the token's issuer before its key is. Safe for many
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
     * The peer behind the certificate of a request over the extranet; null on the intranet. It
     * holds for one request: peers are disabled and certificates run out while connections stay
     * open.
     *
     * @throws Failure AUTHENTICATION_FAILED where it is of no enabled peer
     */
    public Peer peer(Registry registry, IngressPoint arrival) {
        if (!arrival.extranet()) {
            return null;
        }
        if (arrival.certificate() == null) {
            throw refused("The extranet takes requests with a client certificate only.");
        }
        try {
            return certificates.owner(registry.peers().values(), arrival.certificate());
        } catch (CertificateException notOfAPeer) {
            throw refused(notOfAPeer.getMessage());
        }
    }

    /**
     * Whether a token of that issuer may come this way.
     *
     * @param peer behind the certificate; null on the intranet
     */
    void admit(Registry registry, String issuer, Peer peer) {
        if (issuer.equals(proxy)) {
            if (peer != null) {
                throw refused("The extranet takes requests of peers only.");
            }
            return;
        }
        Peer claimed = registry.peers().get(issuer);
        if (claimed == null || !claimed.enabled()) {
            throw refused("The token's issuer is no peer of this proxy, or a disabled one.");
        }
        if (peer == null && claimed.link() == Peer.Link.EXTRANET) {
            throw refused("Peer " + issuer + " must come over the extranet's listener.");
        }
        if (peer != null && !peer.id().equals(issuer)) {
            throw refused(
                    "The token is from peer %s, the client certificate from %s; they must agree."
                            .formatted(issuer, peer.id()));
        }
    }

    /**
     * The peer that signed the token, which was verified and admitted.
     *
     * @param once whether the token may serve for one request only
     */
    Peer take(Registry registry, VerifiedToken token, IngressPoint arrival, boolean once) {
        requireBinding(token, arrival);
        if (once) {
            used.use(token.issuer(), token.proof().id(), tokens.end(token));
        }
        return registry.peers().get(token.issuer());
    }

    /** A token that is bound to a certificate is worth nothing without it (RFC 8705, section 3). */
    private void requireBinding(VerifiedToken token, IngressPoint arrival) {
        String bound = token.proof().certificate();
        if (!arrival.extranet()) {
            if (bound != null) {
                throw refused(
                        "The token is bound to a client certificate; it must come over the extranet's listener.");
            }
            return;
        }
        if (bound == null) {
            throw refused(
                    "The token is bound to no client certificate (RFC 8705, claim cnf); the peer must run a version that binds its tokens.");
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
