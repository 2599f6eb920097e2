package io.hansa.proxy.federation;

import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.VerificationKeys;
import java.security.Key;
import java.time.Instant;
import java.util.Optional;

/**
 * This proxy's own keys verify its own tokens, a peer's keys those of that peer. Safe for many
 * threads.
 */
final class LeagueKeys implements VerificationKeys {
    private final String proxy;
    private final SigningKeys own;
    private final PeerKeys peers;

    LeagueKeys(String proxy, SigningKeys own, PeerKeys peers) {
        this.proxy = proxy;
        this.own = own;
        this.peers = peers;
    }

    @Override
    public Optional<Key> find(String issuer, String keyId) {
        return issuer.equals(proxy) ? own.find(keyId) : peers.find(issuer, keyId);
    }

    @Override
    public void missed(String issuer) {
        if (!issuer.equals(proxy)) {
            peers.missed(issuer);
        }
    }

    @Override
    public Instant acceptedFrom(String issuer) {
        return issuer.equals(proxy) ? Instant.MIN : peers.acceptedFrom(issuer);
    }
}
