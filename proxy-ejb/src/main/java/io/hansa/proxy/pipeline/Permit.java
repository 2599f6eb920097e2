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
    public StepResult take(RequestContext context, boolean mayBlock) {
        if (!routes.known(context.capability)) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "Neither a business server here nor a known peer has the capability %s; see /api/v1/capabilities."
                            .formatted(context.capability));
        }
        context.description = context.registry.capability(context.capability);
        context.local =
                routes.local(context.capability)
                        && !(context.assisting()
                                && context.visits.contains(proxy.id(), context.capability));
        if (context.assisting() && !context.local) {
            return StepResult.COMPLETED;
        }
        Decision decision =
                Authorization.decide(
                        proxy,
                        context.registry,
                        context.caller,
                        context.capability,
                        clock.instant());
        if (!decision.allowed()) {
            throw Failure.of(ErrorCode.PERMISSION_DENIED, decision.reason())
                    .with("reason", decision.reason());
        }
        context.allowedServers = narrowed(decision);
        context.permitted = true;
        return StepResult.COMPLETED;
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
