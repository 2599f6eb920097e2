package io.hansa.proxy.administration;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.Subject;
import io.hansa.proxy.pipeline.RoutePreview;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.routing.Visits;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/**
 * Explains whether a subject's request would be allowed, where it would go, and why. Uses the
 * registry in force and the code that decides about requests. Changes nothing.
 */
@Dependent
public class ExplainPermission {
    private final ProxyIdentity own;
    private final Registries registries;
    private final Authorization authorization;
    private final GrantsJson grants;
    private final RoutePreview preview;
    private final Clock clock;

    @Inject
    ExplainPermission(
            ProxyIdentity own,
            Registries registries,
            Authorization authorization,
            GrantsJson grants,
            RoutePreview preview,
            Clock clock) {
        this.own = own;
        this.registries = registries;
        this.authorization = authorization;
        this.grants = grants;
        this.preview = preview;
        this.clock = clock;
    }

    /** The decision and the permissions that made it. */
    public JsonObject explain(ExplainQuestion question) {
        return explanation(question).json(grants).build();
    }

    /** The decision, and then where the request would go now. */
    public JsonObject route(ExplainQuestion question) {
        Explanation explanation = explanation(question);
        return explanation.json(grants).add("candidates", explanation.candidates()).build();
    }

    private Explanation explanation(ExplainQuestion question) {
        Subject asked = question.subject();
        if (!question.aboutAccount()
                && question.asking() != null
                && !asked.equals(Subject.peer(question.asking()))) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    "peer is the proxy that asks for an account; leave it out for %s."
                            .formatted(asked));
        }
        Registry registry = registries.current();
        Instant at = question.at() == null ? clock.instant() : question.at();
        Caller caller = null;
        Decision decision;
        try {
            caller = ExplainedCaller.of(own, registry, question);
            decision = decision(registry, question, caller, at);
        } catch (ExplainedCaller.Obstacle obstacle) {
            decision = Decision.refused(obstacle.getMessage(), List.of());
        }
        Visits visits = visits(caller, question.capability());
        RoutePreview.Outcome outcome =
                preview.of(registry, question.capability(), decision, visits);
        Failure refusal = outcome.refusal();
        if (refusal != null && refusal.code() == ErrorCode.PERMISSION_DENIED) {
            decision = Decision.refused(refusal.getMessage(), decision.decisive());
        }
        return new Explanation(caller, at, decision, outcome);
    }

    private Decision decision(
            Registry registry, ExplainQuestion question, Caller caller, Instant at) {
        String capability = question.capability();
        Decision decision =
                caller == null
                        ? authorization.decide(registry, question.subject(), capability, at)
                        : authorization.decide(registry, caller, capability, at);
        return question.server() == null
                ? decision
                : Authorization.at(question.server(), registry, capability, decision);
    }

    /** The proxies that pass the request on could not do it themselves. */
    private static Visits visits(Caller caller, String capability) {
        Visits visits = Visits.NONE;
        if (caller != null && caller.isPeer()) {
            List<String> actors = caller.delegation().actors();
            for (int i = actors.size() - 1; i >= 0; i--) {
                visits = visits.and(actors.get(i), capability);
            }
        }
        return visits;
    }
}
