package io.hansa.proxy.request;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.routing.Visits;

/** Who calls? Only a peer is believed about the way that the request has come. */
final class Authenticate implements Step {
    private final Authentication authentication;

    Authenticate(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public String name() {
        return "authenticate";
    }

    @Override
    public void take(Call call) {
        ServiceRequest request = call.request;
        call.caller =
                authentication.authenticate(
                        call.registry, request.authorization(), request.arrival());
        if (call.caller.isPeer()) {
            try {
                call.visits = Visits.parse(request.visited());
            } catch (IllegalArgumentException unreadable) {
                throw Failure.of(ErrorCode.REQUEST_INVALID, unreadable.getMessage());
            }
        }
    }
}
