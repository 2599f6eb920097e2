package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RateLimits.Scope;

/**
 * May the request come in at all? The way it has come, its rates, its deadline. Nothing of its data
 * is needed for that.
 */
final class Admit implements Step {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String proxy;
    private final Limits limits;
    private final RateLimits rates;

    Admit(String proxy, Limits limits, RateLimits rates) {
        this.proxy = proxy;
        this.limits = limits;
        this.rates = rates;
    }

    @Override
    public String name() {
        return "admit";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        visit(context);
        if (!context.assisting()) {
            takeOfTheCaller(context);
        }
        rates.take(Scope.CAPABILITY, context.capability, context.description.rateLimit());
        if (context.assisting()) {
            return StepResult.COMPLETED;
        }
        long millis = context.description.timeoutMillis();
        if (context.request.timeoutMillis() > 0) {
            millis = Math.min(millis, context.request.timeoutMillis());
        }
        context.deadlineNanos = System.nanoTime() + millis * NANOS_PER_MILLI;
        return StepResult.COMPLETED;
    }

    private void takeOfTheCaller(RequestContext context) {
        Caller caller = context.caller;
        if (caller.isPeer()) {
            Peer peer = context.registry.peers().get(caller.peer());
            rates.take(Scope.PEER, caller.peer(), peer == null ? null : peer.rateLimit());
        } else {
            Account account = context.registry.accounts().get(caller.account());
            rates.take(
                    Scope.ACCOUNT, caller.account(), account == null ? null : account.rateLimit());
        }
    }

    private void visit(RequestContext context) {
        if (context.visits.all().size() >= limits.hops()) {
            throw Loop.tooLong(context.visits, limits.hops());
        }
        if (context.assisting() && !context.local) {
            return;
        }
        if (context.visits.contains(proxy, context.capability)) {
            throw Loop.detected(context.visits.and(proxy, context.capability));
        }
        context.visits = context.visits.and(proxy, context.capability);
    }
}
