package io.hansa.proxy.federation;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Believes a server only if it is the one peer, besides what the authorities say. Ends the
 * handshake before any data is sent.
 */
final class PeerTrustManager extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager authorities;
    private final PeerCertificates certificates;
    private final Peer peer;

    PeerTrustManager(
            X509ExtendedTrustManager authorities, PeerCertificates certificates, Peer peer) {
        this.authorities = authorities;
        this.certificates = certificates;
        this.peer = peer;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        authorities.checkServerTrusted(chain, type, socket);
        requirePeer(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        authorities.checkServerTrusted(chain, type, engine);
        requirePeer(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        authorities.checkServerTrusted(chain, type);
        requirePeer(chain);
    }

    private void requirePeer(X509Certificate[] chain) throws CertificateException {
        try {
            certificates.require(peer, chain[0]);
        } catch (CertificateException another) {
            throw new NotThatPeerException(another.getMessage());
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
            throws CertificateException {
        authorities.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
            throws CertificateException {
        authorities.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
            throws CertificateException {
        authorities.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return authorities.getAcceptedIssuers();
    }
}
