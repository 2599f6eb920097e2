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
    public void take(RequestContext call) {
        goOn(call);
        if (!call.assisting()) {
            takeOfTheCaller(call);
        }
        rates.take(Scope.CAPABILITY, call.capability, call.description.rateLimit());
        if (call.assisting()) {
            return;
        }
        long millis = call.description.timeoutMillis();
        if (call.request.timeoutMillis() > 0) {
            millis = Math.min(millis, call.request.timeoutMillis());
        }
        call.deadlineNanos = System.nanoTime() + millis * NANOS_PER_MILLI;
    }

    private void takeOfTheCaller(RequestContext call) {
        Caller caller = call.caller;
        if (caller.isPeer()) {
            Peer peer = call.registry.peers().get(caller.peer());
            rates.take(Scope.PEER, caller.peer(), peer == null ? null : peer.rateLimit());
        } else {
            Account account = call.registry.accounts().get(caller.account());
            rates.take(
                    Scope.ACCOUNT, caller.account(), account == null ? null : account.rateLimit());
        }
    }

    private void goOn(RequestContext call) {
        if (call.visits.all().size() >= limits.hops()) {
            throw Loop.tooLong(call.visits, limits.hops());
        }
        if (call.assisting() && !call.local) {
            return;
        }
        if (call.visits.contains(proxy, call.capability)) {
            throw Loop.detected(call.visits.and(proxy, call.capability));
        }
        call.visits = call.visits.and(proxy, call.capability);
    }
}
