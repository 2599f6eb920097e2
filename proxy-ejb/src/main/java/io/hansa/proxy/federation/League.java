package io.hansa.proxy.federation;

import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.ExtranetTls;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.token.SigningKey;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.VerificationKeys;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts this package together. */
@ApplicationScoped
class League {
    @Resource private ManagedThreadFactory threads;
    private ExecutorService executor;

    /** A thread for each question or call that is under way; how many that can be, those who ask bound. */
    @PostConstruct
    void start() {
        executor = Executors.newCachedThreadPool(threads);
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }

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
            ProxyIdentity proxy,
            TokenIssuer issuer,
            Exchanges exchanges,
            Breakers breakers,
            Limits limits) {
        PeerTokens tokens = new PeerTokens(issuer, proxy.organization());
        PeerDestinations destinations =
                new PeerDestinations(
                        new RestPeerCall(lines, tokens, exchanges, limits.bodyBytes()),
                        new IiopPeerCall(
                                tokens,
                                executor,
                                limits.bodyBytes(),
                                address -> new IiopView(address)),
                        breakers);
        return new Peers(known, reader, lines, executor, destinations, proxy.organization());
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
