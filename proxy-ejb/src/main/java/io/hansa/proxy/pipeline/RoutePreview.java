package io.hansa.proxy.pipeline;

import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Condition;
import io.hansa.proxy.routing.Visits;
import java.util.List;

/**
 * Where a request would go now, found out by the steps of the request pipeline themselves and
 * without a trace: no turn is taken, nothing is counted at breakers, no quota is used. Safe for
 * many threads.
 */
public final class RoutePreview {
    private final Permit permit;
    private final Route route;

    RoutePreview(Permit permit, Route route) {
        this.permit = permit;
        this.route = route;
    }

    /**
     * A business server or a peer that has the capability.
     *
     * @param target {@code server:trade-1}, {@code peer:shop-b}
     * @param state as {@link io.hansa.proxy.routing.Availability}; {@code NOT_PERMITTED}, {@code
     *     VISITED} or {@code DISABLED} where it is not considered at all
     */
    public record Candidate(
            String target, String proxy, String state, Condition condition, Use use) {
        /** Whether the request would be sent there first, and why or why not. */
        public record Use(boolean taken, String why) {}
    }

    /**
     * What would become of the request.
     *
     * @param candidates those considered first, in the order in which they would be
     * @param refusal for which it would not be sent, besides a decision that refuses it; null: none
     */
    public record Outcome(List<Candidate> candidates, Failure refusal) {}

    /**
     * @param decision what the caller may do
     * @param visits where the request has been before it came here
     */
    public Outcome of(Registry registry, String capability, Decision decision, Visits visits) {
        RequestContext context = RequestContext.preview(registry, capability, visits);
        try {
            permit.describe(context);
        } catch (Failure unknown) {
            return new Outcome(List.of(), unknown);
        }
        if (!decision.allowed()) {
            context.decision = Decision.refused(decision.reason(), List.of());
            return new Outcome(route.notConsidered(context), null);
        }
        Permit.apply(context, decision);
        return route.preview(context);
    }
}
