package io.hansa.web.access;

import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Role;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registries;
import io.hansa.proxy.tracing.TraceContext;
import io.hansa.web.listener.IngressResolver;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Starts the check of the password that a caller of a resource shows, before its body is read and
 * without a worker that waits. It decides nothing else: a resource finds the result in {@link
 * RequestSignIn}.
 */
@Dependent
public class PasswordGate {
    private static final String RESOURCES = "/api/v1";
    private static final String OPEN_TO_ALL = "/capabilities";

    /** The only address for an account with a temporary password, written just so. */
    private static final String CHANGE = "/account/password";

    @Inject private Registries registries;
    @Inject private Authentication authentication;
    @Inject private IngressResolver ingress;

    /**
     * The check of the caller's password, which has not ended yet.
     *
     * @return null where no password is to be checked, or it was right
     * @throws Failure as {@link Authentication#password}
     */
    public CompletableFuture<Account> check(HttpServletRequest request, TraceContext trace) {
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

    /**
     * Whether the caller is an administrator, after {@link #check}: its password was checked there,
     * or its token is verified here.
     */
    public boolean isAdministrator(HttpServletRequest request) {
        return RequestSignIn.of(request)
                .caller(authentication, registries.current())
                .roles()
                .contains(Role.ADMIN);
    }

    private CompletableFuture<Account> begin(HttpServletRequest request, TraceContext trace) {
        SignIn shown =
                new SignIn(
                        request.getHeader("Authorization"), ingress.of(request), trace.traceId());
        CompletableFuture<Account> account =
                shown.isPassword() ? password(request.getPathInfo(), shown) : null;
        RequestSignIn.put(request, shown, account);
        return account;
    }

    private CompletableFuture<Account> password(String path, SignIn shown) {
        return CHANGE.equals(path)
                ? authentication.passwordToChange(registries.current(), shown)
                : authentication.password(registries.current(), shown);
    }
}
