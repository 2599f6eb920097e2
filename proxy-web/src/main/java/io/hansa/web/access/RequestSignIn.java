package io.hansa.web.access;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.SignIn;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.concurrent.CompletableFuture;

/**
 * Who asks for a resource. A filter before the resources checks a password, because that takes long
 * and no resource may wait; here the resources find what came of it. Set while the request is
 * handled, on one thread at a time.
 */
public final class RequestSignIn {
    private static final String ATTRIBUTE = RequestSignIn.class.getName();

    private final SignIn shown;
    private final CompletableFuture<Account> account;

    RequestSignIn(SignIn shown, CompletableFuture<Account> account) {
        this.shown = shown;
        this.account = account;
    }

    /**
     * @param account null where no password was shown
     */
    public static void put(
            HttpServletRequest request, SignIn shown, CompletableFuture<Account> account) {
        request.setAttribute(ATTRIBUTE, new RequestSignIn(shown, account));
    }

    /** What the filter found, whether it is decided or not; null where it has not looked. */
    public static RequestSignIn of(HttpServletRequest request) {
        return (RequestSignIn) request.getAttribute(ATTRIBUTE);
    }

    public SignIn shown() {
        return shown;
    }

    /** The account whose password was checked, or is being checked; null where none was shown. */
    public CompletableFuture<Account> account() {
        return account;
    }

    /**
     * Who asks: the account whose password was checked, or as the token says.
     *
     * @throws Failure as {@link Authentication#authenticate}; OVERLOADED while a check is in
     *     progress
     */
    Caller caller(Authentication authentication, Registry registry) {
        return account != null
                ? Caller.of(now(account))
                : now(authentication.authenticate(registry, shown));
    }

    /**
     * A result that is there.
     *
     * @throws Failure that it is; OVERLOADED where it is not there, since this thread does not wait
     *     for it
     */
    public static <T> T now(CompletableFuture<T> result) {
        if (!result.isDone()) {
            throw Failure.of(
                            ErrorCode.OVERLOADED,
                            "The password is being checked; try again, at the address as the documentation writes it.")
                    .with("retryAfterSeconds", 1);
        }
        return PasswordHasher.await(result);
    }
}
