package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Visits;

/**
 * Who calls? Only a peer is trusted to say which proxies the request has visited. Where a password
 * is being checked, a thread with other things to do stops here; the step is taken again when the
 * check is done.
 */
final class Authenticate implements Step {
    private final Authentication authentication;
    private final int maxRetries;

    Authenticate(Authentication authentication, int maxRetries) {
        this.authentication = authentication;
        this.maxRetries = maxRetries;
    }

    @Override
    public String name() {
        return "authenticate";
    }

    @Override
    public StepResult take(RequestContext context, boolean mayBlock) {
        ServiceRequest request = context.request;
        if (context.caller == null) {
            if (context.signIn == null) {
                context.signIn =
                        authentication.authenticate(
                                context.registry,
                                signIn(request),
                                context.registry.capability(context.capability).replay()
                                        == Replay.ONCE);
            }
            if (!mayBlock && !context.signIn.isDone()) {
                return StepResult.AWAITING_SIGN_IN;
            }
            context.caller = PasswordHasher.await(context.signIn);
        }
        context.retries = maxRetries;
        if (context.caller.isPeer()) {
            try {
                context.visits = Visits.parse(request.visited());
            } catch (IllegalArgumentException unreadable) {
                throw Failure.of(ErrorCode.REQUEST_INVALID, unreadable.getMessage());
            }
            context.retries = retries(request.retries());
            if (request.head().originKey() != null) {
                context.head = context.head.under(request.head().originKey());
            }
        }
        return StepResult.COMPLETED;
    }

    private static SignIn signIn(ServiceRequest request) {
        return new SignIn(request.authorization(), request.arrival(), request.trace().traceId());
    }

    /** Never more than this node allows itself. */
    private int retries(String told) {
        if (told == null) {
            return maxRetries;
        }
        try {
            return Math.max(0, Math.min(maxRetries, Integer.parseInt(told.strip())));
        } catch (NumberFormatException unreadable) {
            throw Failure.of(
                    ErrorCode.REQUEST_INVALID, "Hansa-Retries must be a whole number, 0 or more.");
        }
    }
}
