package io.hansa.proxy.pipeline;

import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.permission.Decision;
import io.hansa.proxy.permission.LastUses;
import io.hansa.proxy.permission.Permission;
import io.hansa.proxy.permission.QuotaRefusal;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.routing.Destination;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Decides about requests by the permissions in force, notes which of them decided, and counts calls
 * to their quotas. Safe for many threads.
 */
final class AccessControl {
    private final Authorization authorization;
    private final Quotas quotas;
    private final LastUses uses;
    private final Clock clock;

    AccessControl(Authorization authorization, Quotas quotas, LastUses uses, Clock clock) {
        this.authorization = authorization;
        this.quotas = quotas;
        this.uses = uses;
        this.clock = clock;
    }

    /**
     * @throws Failure PERMISSION_DENIED; RATE_LIMITED where a quota is used up
     */
    Decision require(RequestContext context) {
        Instant now = clock.instant();
        Decision decision =
                authorization.decide(context.registry, context.caller, context.capability, now);
        uses.note(decision.grants(), now);
        if (!decision.allowed()) {
            throw refusal(decision, now);
        }
        return decision;
    }

    /**
     * Counts the call to the quota of one permission: the first that reaches the destination and
     * has calls left. Nothing is counted where a permission without a quota reaches it. Call it
     * before the request is first sent: what is refused before that, or answered from what is kept
     * for its idempotency key, is not counted.
     *
     * @throws Failure RATE_LIMITED where the last call was taken meanwhile
     */
    void charge(RequestContext context, Destination destination) {
        Decision decision = context.decision;
        if (decision == null || context.charged) {
            return;
        }
        context.charged = true;
        List<Permission> grants = decision.grants();
        boolean limited = false;
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).rule().reaches(destination.serverId())) {
                if (grants.get(i).quota() == null) {
                    return;
                }
                limited = true;
            }
        }
        if (limited) {
            takeOne(context, grants, destination.serverId());
        }
    }

    private void takeOne(RequestContext context, List<Permission> grants, String server) {
        Instant now = clock.instant();
        List<Permission> usedUp = new ArrayList<>();
        for (Permission grant : grants) {
            if (grant.rule().reaches(server)) {
                if (quotas.take(grant, now)) {
                    return;
                }
                usedUp.add(grant);
            }
        }
        throw refusal(QuotaRefusal.of(usedUp, context.capability, now, quotas), now);
    }

    private Failure refusal(Decision decision, Instant now) {
        if (decision.retryAt() != null) {
            quotas.countRefusal();
        }
        return decision.failure(now);
    }
}
