package io.hansa.proxy.request;

import io.hansa.api.Effect;
import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.capability.Capability.Priority;
import io.hansa.proxy.configuration.Limits;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.protection.NodeAdmission;
import io.hansa.proxy.protection.RateLimits;
import io.hansa.proxy.protection.RateLimits.Scope;
import java.io.IOException;

/**
 * Does this node take the request on? Its rate, the node's load, the size of the data, the deadline and the way
 * it has come. Only after that is the business data read.
 */
final class Admit implements Step {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String proxy;
    private final Limits limits;
    private final NodeAdmission node;
    private final RateLimits rates;

    Admit(String proxy, Limits limits, NodeAdmission node, RateLimits rates) {
        this.proxy = proxy;
        this.limits = limits;
        this.node = node;
        this.rates = rates;
    }

    @Override
    public String name() {
        return "admit";
    }

    @Override
    public void take(Call call) {
        goOn(call);
        if (!call.assisting()) {
            takeOfTheCaller(call);
        }
        rates.take(Scope.CAPABILITY, call.capability, call.description.rateLimit());
        if (call.assisting()) {
            return;
        }
        Priority priority = call.description.priority();
        // Where nothing is more important, no room is kept for it.
        node.enter(call.registry.hasMoreImportantThan(priority) ? priority : Priority.CORE);
        call.admitted = true;
        long millis = call.description.timeoutMillis();
        if (call.request.timeoutMillis() > 0) {
            millis = Math.min(millis, call.request.timeoutMillis());
        }
        call.deadlineNanos = System.nanoTime() + millis * NANOS_PER_MILLI;
        call.data = read(call);
    }

    @Override
    public void ended(Call call) {
        if (call.admitted) {
            node.leave();
        }
    }

    private void takeOfTheCaller(Call call) {
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

    private void goOn(Call call) {
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

    private byte[] read(Call call) {
        try {
            byte[] data = call.request.body().read(limits.bodyBytes(), call.deadlineNanos);
            if (data == null) {
                throw Failure.of(
                        ErrorCode.BODY_TOO_LARGE,
                        "The business data is longer than %d bytes, the most that this proxy takes."
                                .formatted(limits.bodyBytes()));
            }
            return data;
        } catch (IOException gone) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID,
                    Effect.NONE,
                    "The business data did not arrive whole.",
                    gone);
        }
    }
}
