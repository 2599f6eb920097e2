package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.audit.AuditQueue;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.OutdatedHashes;
import io.hansa.proxy.authentication.PasswordCheck;
import io.hansa.proxy.authentication.PeerDoor;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.breaker.Breakers;
import io.hansa.proxy.configuration.AuditLimits;
import io.hansa.proxy.configuration.BreakerLimits;
import io.hansa.proxy.configuration.CallerLimits;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.configuration.PressureLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.configuration.RetryLimits;
import io.hansa.proxy.configuration.TraceLimits;
import io.hansa.proxy.federation.PeerCertificates;
import io.hansa.proxy.federation.Peers;
import io.hansa.proxy.federation.PeersInForce;
import io.hansa.proxy.idempotency.IdempotencyService;
import io.hansa.proxy.issuer.ExternalTokens;
import io.hansa.proxy.monitoring.RequestLog;
import io.hansa.proxy.monitoring.RequestMetrics;
import io.hansa.proxy.monitoring.SignInRefusals;
import io.hansa.proxy.override.OperatingOverride;
import io.hansa.proxy.permission.LastUses;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.protection.BodyMemoryBudget;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RetryBudget;
import io.hansa.proxy.registration.ConnectorExchanges;
import io.hansa.proxy.registration.Exchanges;
import io.hansa.proxy.registration.ServerDestinations;
import io.hansa.proxy.registration.Warming;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.UsedTokens;
import io.hansa.proxy.tracing.Traces;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;

/** Puts the request's way together, from its collaborators to its steps. */
@ApplicationScoped
class RequestPipelineProducer {
    @Resource private ManagedExecutorService executor;

    @Produces
    @Singleton
    ConnectorExchanges exchanges() {
        return new ConnectorExchanges(new ConnectorLookup());
    }

    @Produces
    @Singleton
    Breakers breakers(BreakerLimits limits, Clock clock, Registries registries) {
        Breakers breakers = new Breakers(limits, clock);
        registries.onReplaced(registry -> breakers.set(registry.breakers()));
        breakers.set(registries.current().breakers());
        return breakers;
    }

    @Produces
    @Singleton
    ServerDestinations servers(
            ProxyIdentity proxy, Exchanges exchanges, Breakers breakers, Registries registries) {
        ServerDestinations servers = new ServerDestinations(proxy.id(), exchanges, breakers);
        Warming warming = new Warming(exchanges, executor);
        registries.onReplaced(
                registry -> {
                    servers.replace(
                            registry.serversByCapability(),
                            registry::priority,
                            registry.overrides());
                    warming.start(registry.serversByCapability().values());
                });
        Registry current = registries.current();
        servers.replace(current.serversByCapability(), current::priority, current.overrides());
        if (current != Registry.EMPTY) {
            warming.start(current.serversByCapability().values());
        }
        return servers;
    }

    @Produces
    @Singleton
    PeersInForce peers(Registries registries) {
        return () -> registries.current().peers();
    }

    @Produces
    @Singleton
    NodeAdmission node(
            Limits limits, PressureLimits pressure, ProxyIdentity proxy, Registries registries) {
        NodeAdmission node = new NodeAdmission(limits, pressure);
        String target = OperatingOverride.node(proxy.node());
        registries.onReplaced(registry -> node.follow(registry.overrides().get(target)));
        node.follow(registries.current().overrides().get(target));
        return node;
    }

    @Produces
    @Singleton
    Traces traces(TraceLimits limits) {
        return new Traces(limits);
    }

    @Produces
    @Singleton
    PeerDoor door(
            ProxyIdentity proxy,
            PeerCertificates certificates,
            TokenVerifier tokens,
            UsedTokens used) {
        return new PeerDoor(proxy.id(), certificates, tokens, used);
    }

    @Produces
    @Singleton
    Authentication authentication(
            ProxyIdentity proxy,
            TokenVerifier tokens,
            PasswordCheck passwords,
            SignInRefusals refusals,
            PeerDoor door,
            ExternalTokens external) {
        return new Authentication(proxy, tokens, passwords, refusals, door, external);
    }

    @Produces
    @Singleton
    PasswordCheck passwords(PasswordHasher hasher, GuessingLimits limits, OutdatedHashes outdated) {
        return new PasswordCheck(hasher, limits, outdated);
    }

    @Produces
    @Singleton
    RequestRecorder outcomes(
            ProxyIdentity proxy,
            Clock clock,
            Traces traces,
            RequestMetrics metrics,
            RequestLog log,
            ServiceAudit audit) {
        return new RequestRecorder(
                proxy, clock, List.of(traces::add, metrics::count, log::add), audit);
    }

    @Produces
    @Singleton
    ServiceAudit serviceAudit(AuditQueue queue, AuditLimits limits) {
        return new ServiceAudit(queue, limits.services());
    }

    @Produces
    @Singleton
    Routes routes(
            ProxyIdentity proxy, ServerDestinations servers, Peers peers, PressureLimits pressure) {
        return new Routes(proxy.id(), servers, peers, pressure);
    }

    @Produces
    @Singleton
    RateLimits rates() {
        return new RateLimits();
    }

    @Produces
    @Singleton
    Admit admit(ProxyIdentity proxy, Limits limits, RateLimits rates) {
        return new Admit(proxy.id(), limits, rates);
    }

    @Produces
    @Singleton
    Receive receive(NodeAdmission node, BodyMemoryBudget callers) {
        return new Receive(node, callers);
    }

    @Produces
    @Singleton
    BodyMemoryBudget callersData(CallerLimits limits) {
        return new BodyMemoryBudget(limits);
    }

    @Produces
    @Singleton
    RetryBudget retries(RetryLimits limits) {
        return new RetryBudget(limits);
    }

    @Produces
    @Singleton
    PipelineSteps.Entrance entrance(
            Authentication authentication, Permit permit, Admit admit, Receive receive, Send send) {
        return new PipelineSteps.Entrance(
                new Authenticate(authentication, send.maxRetries()), permit, admit, receive);
    }

    @Produces
    @Singleton
    Permit permit(ProxyIdentity proxy, Routes routes, AccessControl access) {
        return new Permit(proxy.id(), routes, access);
    }

    @Produces
    @Singleton
    AccessControl access(Authorization authorization, Quotas quotas, LastUses uses, Clock clock) {
        return new AccessControl(authorization, quotas, uses, clock);
    }

    @Produces
    @Singleton
    RoutePreview preview(Permit permit, Routes routes) {
        return new RoutePreview(permit, routes);
    }

    @Produces
    @Singleton
    PipelineSteps steps(
            PipelineSteps.Entrance entrance, IdempotencyService repeats, Routes routes, Send send) {
        return new PipelineSteps(entrance, new CheckIdempotency(repeats), new Route(routes), send);
    }

    @Produces
    @Singleton
    Send send(RetryBudget retries, NodeAdmission node, AccessControl access) {
        return new Send(retries, node, access);
    }

    @Produces
    @Singleton
    RequestPipeline way(
            Registries registries,
            ProxyIdentity proxy,
            PipelineSteps steps,
            RequestRecorder outcomes) {
        return new RequestPipeline(registries, steps, new Fallback(proxy.id()), outcomes);
    }
}
