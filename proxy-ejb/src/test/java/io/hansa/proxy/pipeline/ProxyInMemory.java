package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.Hashing;
import io.hansa.proxy.audit.AuditQueues;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.PasswordCheck;
import io.hansa.proxy.authentication.PeerDoor;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.breaker.BreakerSamples;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.RetryLimits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.FakeLeague;
import io.hansa.proxy.federation.PeerCertificates;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.idempotency.RepliesInMemory;
import io.hansa.proxy.issuer.IssuerTokens;
import io.hansa.proxy.permission.LastUses;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.PressureSamples;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.registration.RecordingExchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.token.Keyring;
import io.hansa.proxy.token.ManualClock;
import io.hansa.proxy.token.TokenIssuer;
import io.hansa.proxy.token.TokenRules;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.UsedTokens;
import io.hansa.proxy.tracing.TraceRecord;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.assertj.core.api.Assertions;

/** One proxy with everything real but its business servers and peers, which answer as told. */
final class ProxyInMemory {
    static final Limits LIMITS = new Limits(1000, 10, 0.5, 8, 900);
    private static final Duration LIFETIME = Duration.ofMinutes(15);
    private static final Duration PEERS_LIFETIME = Duration.ofMinutes(1);

    final String id;
    final ProxyIdentity own;
    final RegistrySample entered = new RegistrySample();
    final RecordingExchanges exchanges = new RecordingExchanges();
    final FakeLeague league = new FakeLeague();
    final List<TraceRecord> records = new CopyOnWriteArrayList<>();
    final ManualClock clock = new ManualClock();
    final NodeAdmission node;
    final Breakers breakers = BreakerSamples.breakers();
    final RetryBudget retries = new RetryBudget(new RetryLimits(3, 20, 10));
    final RepliesInMemory replies = new RepliesInMemory();
    final Peers peers;
    final ServerDestinations servers;
    final Route route;
    final Quotas quotas = new Quotas();
    final LastUses uses = new LastUses();
    final Authorization authorization;
    final AccessControl access;
    final PipelineSteps steps;
    final RequestRecorder outcomes;
    final RequestPipeline way;
    private final Registries registries = new Registries();
    private final Keyring keys;

    ProxyInMemory(String id) {
        this(id, LIMITS, new Keyring());
    }

    /**
     * @param keys of the whole league, so that proxies believe each other's tokens
     */
    ProxyInMemory(String id, Limits limits, Keyring keys) {
        this(id, limits, keys, null);
    }

    /**
     * @param keeper hears what came of each request; null: that is remembered in {@link #records}
     */
    ProxyInMemory(String id, Limits limits, Keyring keys, Consumer<TraceRecord> keeper) {
        this.id = id;
        this.keys = keys;
        own = new ProxyIdentity(id, "shanghai", "shop", id, null);
        node = new NodeAdmission(limits, PressureSamples.LIMITS);
        peers = league.join(() -> registries.current().peers(), issuer(id), exchanges);
        servers = new ServerDestinations(id, exchanges, breakers);
        registries.onReplaced(registry -> breakers.set(registry.breakers()));
        registries.onReplaced(
                registry -> servers.replace(registry.serversByCapability(), registry::priority));
        route = new Route(id, servers, peers, PressureSamples.LIMITS, breakers.clock());
        authorization = new Authorization(own, quotas);
        access = new AccessControl(authorization, quotas, uses, clock);
        steps =
                new PipelineSteps(
                        new PipelineSteps.Entrance(
                                new Authenticate(authentication(), retries.max()),
                                new Permit(id, route, access),
                                new Admit(id, limits, new RateLimits()),
                                new Receive(
                                        node,
                                        new BodyMemoryBudget(
                                                new CallerLimits(
                                                        limits.bodyBytes(), 2, 10, 1000)))),
                        new CheckIdempotency(new IdempotencyService(replies, clock)),
                        route,
                        new Send(retries, node, access));
        outcomes =
                new RequestRecorder(
                        own,
                        clock,
                        List.of(keeper == null ? records::add : keeper),
                        new ServiceAudit(AuditQueues.empty(), Set.of()));
        way = new RequestPipeline(registries, steps, new Fallback(id), outcomes);
    }

    /** Puts what was entered in force and hears what peers offer. */
    ProxyInMemory start() {
        registries.replace(entered.registry());
        peers.refresh();
        return this;
    }

    Registries registries() {
        return registries;
    }

    ServiceReply call(String capability, String data) {
        return way.process(new Asking(capability).by(token()).data(data).request());
    }

    /** The failure of a request that is bound to fail. */
    Failure refusal(String capability, String data) {
        return refusal(new Asking(capability).by(token()).data(data));
    }

    Failure refusal(Asking asking) {
        ServiceRequest request = asking.request();
        return Assertions.catchThrowableOfType(Failure.class, () -> way.process(request));
    }

    /** One more request is in flight at each server of this proxy that has the capability. */
    void busy(String capability) {
        servers.having(capability, null).all().forEach(server -> server.workload().begin());
    }

    /** Of the account {@code shop}. */
    String token() {
        return "Bearer " + issuer(id).forAccount(RegistrySample.SHOP, LIFETIME).text();
    }

    /**
     * By which that peer asks for an account of its own, or for a caller that came through others.
     */
    String peerToken(String peer, String subject, String... actors) {
        return "Bearer "
                + issuer(peer).forPeer(subject, List.of(actors), id, PEERS_LIFETIME).text();
    }

    TraceRecord record() {
        return records.get(records.size() - 1);
    }

    private Authentication authentication() {
        TokenVerifier verifier = TokenRules.verifier(id, keys, clock);
        return new Authentication(
                own,
                verifier,
                new PasswordCheck(
                        Hashing.HASHER,
                        new GuessingLimits(5, 1000, 60),
                        (account, hash, password) -> {}),
                refusal -> {},
                new PeerDoor(
                        id, new PeerCertificates(clock), verifier, new UsedTokens(100_000, clock)),
                IssuerTokens.NONE);
    }

    /** Worth nothing without the certificate. */
    String peerToken(String peer, X509Certificate certificate, String subject, String... actors) {
        try {
            return "Bearer "
                    + issuer(peer)
                            .boundTo(new PeerCertificates(clock).thumbprint(certificate))
                            .forPeer(subject, List.of(actors), id, PEERS_LIFETIME)
                            .text();
        } catch (CertificateException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private TokenIssuer issuer(String proxy) {
        return new TokenIssuer(proxy, () -> keys.of(proxy), clock);
    }
}
