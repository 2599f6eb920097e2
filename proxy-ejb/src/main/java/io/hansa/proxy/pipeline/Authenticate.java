package io.hansa.proxy.pipeline;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.capability.Capability.Replay;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Visits;

/**
 * Who calls? Only a peer is believed about the way that the request has come. Where a password is
 * being checked, a thread with other things to do stops here; the step is taken again when the
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
    public void take(RequestContext call) {
        ServiceRequest request = call.request;
        if (call.caller == null) {
            if (call.signingIn == null) {
                call.signingIn =
                        authentication.authenticate(
                                call.registry,
                                signIn(request),
                                call.registry.capability(call.capability).replay() == Replay.ONCE);
            }
            if (call.mayStop && !call.signingIn.isDone()) {
                call.awaited = Awaited.PASSWORD_CHECK;
                return;
            }
            call.caller = PasswordHasher.await(call.signingIn);
        }
        call.retries = maxRetries;
        if (call.caller.isPeer()) {
            try {
                call.visits = Visits.parse(request.visited());
            } catch (IllegalArgumentException unreadable) {
                throw Failure.of(ErrorCode.REQUEST_INVALID, unreadable.getMessage());
            }
            call.retries = retries(request.retries());
        }
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
