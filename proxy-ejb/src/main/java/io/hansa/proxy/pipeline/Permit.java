package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.registration.BusinessServer;
import java.util.HashSet;
import java.util.Set;

/**
 * May the caller use the capability? Asked of what the caller itself asks for, and of what a server
 * asks for where a server of this proxy would do it; where a peer would, the peer asks (R2).
 */
final class Permit implements Step {
    private final String proxy;
    private final Route route;
    private final AccessControl access;

    Permit(String proxy, Route route, AccessControl access) {
        this.proxy = proxy;
        this.route = route;
        this.access = access;
    }

    @Override
    public String name() {
        return "permit";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        describe(context);
        if (!context.assisting() || context.local) {
            apply(context, access.require(context));
        }
        return StepResult.COMPLETED;
    }

    /**
     * Finds out what is asked for.
     *
     * @throws Failure CAPABILITY_UNKNOWN
     */
    void describe(RequestContext context) {
        if (!route.known(context.capability)) {
            throw Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "Neither a business server here nor a known peer has the capability %s; see /api/v1/capabilities."
                            .formatted(context.capability));
        }
        context.description = context.registry.capability(context.capability);
        context.local =
                route.local(context.capability)
                        && !(context.assisting()
                                && context.visits.contains(proxy, context.capability));
    }

    /** The request continues, only to targets that the decision allows. */
    static void apply(RequestContext context, Decision decision) {
        context.decision = decision;
        context.allowedServers = reached(context, decision);
        context.permitted = true;
    }

    /** What the caller is told where no server is left that the permissions reach. */
    static Failure noServerLeft(RequestContext context) {
        Decision decision = context.decision;
        if (context.allowedServers == null) {
            return Failure.of(
                    ErrorCode.CAPABILITY_UNKNOWN,
                    "The last business server that had %s was removed meanwhile; see /api/v1/capabilities."
                            .formatted(context.capability));
        }
        String reason =
                decision.exclusions().isEmpty()
                        ? "The permission %s for %s is narrowed to a server that does not have it now."
                                .formatted(decision.grants().get(0).id(), context.capability)
                        : "The permission %s denies the server %s, and no other has %s."
                                .formatted(
                                        decision.exclusions().get(0).id(),
                                        decision.exclusions().get(0).server(),
                                        context.capability);
        return Failure.of(ErrorCode.PERMISSION_DENIED, reason).with("reason", reason);
    }

    private static Set<String> reached(RequestContext context, Decision decision) {
        if (decision.exclusions().isEmpty() && !decision.narrowed()) {
            return null;
        }
        Set<String> servers = new HashSet<>();
        for (BusinessServer server : context.registry.serversFor(context.capability)) {
            if (decision.reaches(server.id())) {
                servers.add(server.id());
            }
        }
        return servers;
    }
}
