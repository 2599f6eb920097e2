package io.hansa.web.admin;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.failure.Failure;
import io.hansa.web.access.AdministrationGate;
import jakarta.servlet.http.HttpServletRequest;

/** Who asks, as {@link AdministrationGate} found and let in. */
final class Administrator {
    private Administrator() {}

    /**
     * The account's name.
     *
     * @throws Failure PERMISSION_DENIED for a request that the gate has not looked at
     */
    static String of(HttpServletRequest request) {
        if (request.getAttribute(AdministrationGate.CALLER) instanceof Caller caller) {
            return caller.account();
        }
        throw Failure.of(
                ErrorCode.PERMISSION_DENIED,
                "This address is for administrators; write it as the documentation does.");
    }

    /** Any account of this proxy, with any roles. */
    static Caller account(HttpServletRequest request) {
        if (request.getAttribute(AdministrationGate.CALLER) instanceof Caller caller
                && !caller.isPeer()) {
            return caller;
        }
        throw Failure.of(
                ErrorCode.PERMISSION_DENIED,
                "This address is for accounts of this proxy; ask the proxy of your own account.");
    }
}
