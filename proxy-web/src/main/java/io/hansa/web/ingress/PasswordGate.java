package io.hansa.web.ingress;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.access.RequestSignIn;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Has the passwords checked that callers of resources show, before their data is taken and without
 * a worker that waits. It decides nothing else: a resource asks {@link RequestSignIn} who it is.
 */
@Dependent
public class PasswordGate {
    private static final String RESOURCES = "/api/v1";
    private static final String OPEN_TO_ALL = "/capabilities";

    @Inject private Registries registries;
    @Inject private Authentication authentication;
    @Inject private IngressResolver arrivals;

    /**
     * The check of the caller's password.
     *
     * @return null where there is none to check, or it was right
     * @throws Failure as {@link Authentication#password}
     */
    CompletableFuture<Account> check(HttpServletRequest request, TraceContext trace) {
        if (!RESOURCES.equals(request.getServletPath())
                || OPEN_TO_ALL.equals(request.getPathInfo())) {
            return null;
        }
        RequestSignIn known = RequestSignIn.of(request);
        CompletableFuture<Account> account =
                known == null ? begin(request, trace) : known.account();
        if (account == null || !account.isDone()) {
            return account;
        }
        RequestSignIn.now(account);
        return null;
    }

    private CompletableFuture<Account> begin(HttpServletRequest request, TraceContext trace) {
        SignIn shown =
                new SignIn(
                        request.getHeader("Authorization"), arrivals.of(request), trace.traceId());
        CompletableFuture<Account> account =
                shown.isPassword() ? authentication.password(registries.current(), shown) : null;
        RequestSignIn.put(request, shown, account);
        return account;
    }
}
