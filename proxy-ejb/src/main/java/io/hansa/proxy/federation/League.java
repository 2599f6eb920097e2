package io.hansa.proxy.federation;

import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.ExtranetStores;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PeerTokenLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.token.SigningKeys;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.VerificationKeys;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Puts this package together. */
@ApplicationScoped
class League {
    private static final Logger LOG = System.getLogger(League.class.getName());

    @Resource private ManagedThreadFactory threads;
    private ExecutorService executor;

    /** A thread for each question or call in flight. Its callers bound their number. */
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
    PeerCertificates certificates(Clock clock) {
        return new PeerCertificates(clock);
    }

    @Produces
    @Singleton
    PeerLines lines(ExtranetStores stores, PeerCertificates certificates) {
        if (stores.fault() != null) {
            LOG.log(
                    Level.ERROR,
                    "HANSA-2405 No peer of another organization can be reached. {0} Correct it and restart the node.",
                    stores.fault());
        }
        return new PeerLines(stores, certificates, executor);
    }

    @Produces
    @Singleton
    PeerKeys peerKeys(PeersInForce known, PeerLines lines, PeerTokenLimits limits, Clock clock) {
        return new PeerKeys(known, lines, executor, limits.keyRefresh(), clock);
    }

    @Produces
    @Singleton
    PeerWatch watch(PeersInForce known, PeerLines lines, PeerKeys keys, ProxyIdentity proxy) {
        return new PeerWatch(
                known,
                new RestPeerReader(lines),
                lines,
                executor,
                proxy.organization(),
                keys::restarted);
    }

    @Produces
    @Singleton
    Peers peers(
            PeerWatch watch,
            PeerKeys keys,
            PeerLines lines,
            ProxyIdentity proxy,
            TokenIssuer issuer,
            Exchanges exchanges,
            Breakers breakers,
            Limits limits) {
        PeerTokens tokens = new PeerTokens(issuer, proxy.organization(), lines.thumbprint());
        PeerDestinations destinations =
                new PeerDestinations(
                        new RenewingCall(
                                new RestPeerCall(lines, tokens, exchanges, limits.bodyBytes()),
                                tokens),
                        new RenewingCall(
                                new IiopPeerCall(
                                        tokens,
                                        executor,
                                        limits.bodyBytes(),
                                        address -> new IiopView(address)),
                                tokens),
                        breakers);
        return new Peers(watch, keys, destinations, proxy.organization());
    }

    /** This proxy's own keys verify its own tokens, a peer's keys those of that peer. */
    @Produces
    @Singleton
    VerificationKeys keys(ProxyIdentity proxy, SigningKeys own, PeerKeys peers) {
        return new LeagueKeys(proxy.id(), own, peers);
    }
}
