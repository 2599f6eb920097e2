package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.AdministrationGate;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks. A request that no gate has looked at is refused, however it came past. */
final class Administrator {
    private Administrator() {}

    /** The account's name. */
    static String of(HttpServletRequest request, Role... oneOf) {
        if (request.getAttribute(AdministrationGate.CALLER) instanceof Caller caller) {
            for (Role role : oneOf) {
                if (caller.roles().contains(role)) {
                    return caller.account();
                }
            }
        }
        throw Failure.of(
                ErrorCode.PERMISSION_DENIED,
                "This address is for administrators; write it as the documentation does.");
    }
}
