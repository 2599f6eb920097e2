package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Permission;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;

/**
 * May the caller use the capability? Asked of what the caller itself asks for, and of what a server
 * asks for where a server of this proxy would do it; where a peer would, the peer asks (R2).
 */
final class Permit implements Step {
    private final ProxyIdentity proxy;
    private final Routes routes;
    private final Clock clock;

    Permit(ProxyIdentity proxy, Routes routes, Clock clock) {
        this.proxy = proxy;
        this.routes = routes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "permit";
    }

    @Override
    public void take(RequestContext call) {
        if (!routes.known(call.capability)) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "Neither a business server here nor a known peer has the capability %s; see /api/v1/capabilities."
                            .formatted(call.capability));
        }
        call.description = call.registry.capability(call.capability);
        call.local =
                routes.local(call.capability)
                        && !(call.assisting() && call.visits.contains(proxy.id(), call.capability));
        if (call.assisting() && !call.local) {
            return;
        }
        Decision decision =
                Authorization.decide(
                        proxy, call.registry, call.caller, call.capability, clock.instant());
        if (!decision.allowed()) {
            throw Failure.of(ErrorCode.PERMISSION_DENIED, decision.reason())
                    .with("reason", decision.reason());
        }
        call.allowedServers = narrowed(decision);
        call.permitted = true;
    }

    private static Set<String> narrowed(Decision decision) {
        Set<String> servers = new HashSet<>();
        for (Permission grant : decision.grants()) {
            if (grant.server() == null) {
                return null;
            }
            servers.add(grant.server());
        }
        return servers;
    }
}
