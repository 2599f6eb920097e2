package io.hansa.proxy.federation;

import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.ExtranetTls;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.VerificationKeys;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts this package together. */
@ApplicationScoped
class League {
    @Resource private ManagedExecutorService executor;

    @Produces
    @Singleton
    PeerLines lines(Optional<ExtranetTls> tls) {
        return new PeerLines(tls);
    }

    @Produces
    @Singleton
    Peers peers(
            PeersInForce known,
            PeerReader reader,
            PeerLines lines,
            TokenIssuer issuer,
            Exchanges exchanges,
            Breakers breakers,
            Limits limits) {
        PeerDestinations destinations =
                new PeerDestinations(
                        lines, new PeerTokens(issuer), exchanges, breakers, limits.bodyBytes());
        return new Peers(known, reader, lines, executor, destinations);
    }

    /** This proxy's own key verifies its own tokens, a peer's keys those of that peer. */
    @Produces
    @Singleton
    VerificationKeys keys(ProxyIdentity proxy, SigningKey own, Peers peers) {
        return (issuer, keyId) ->
                issuer.equals(proxy.id())
                        ? Optional.ofNullable(keyId.equals(own.id()) ? own.publicKey() : null)
                        : peers.key(issuer, keyId);
    }
}
