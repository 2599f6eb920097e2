package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.registry.Registry;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/** Authenticates an account by the password of a {@code Basic} header. Safe for many threads. */
final class PasswordSignIn {
    private final PasswordCheck passwords;
    private final RefusalReport refusals;

    PasswordSignIn(PasswordCheck passwords, RefusalReport refusals) {
        this.passwords = passwords;
        this.refusals = refusals;
    }

    /** The account, whose password may be temporary; as {@link Authentication#password}. */
    CompletableFuture<Account> authenticate(Registry registry, SignIn signIn) {
        if (!signIn.isPassword()) {
            throw refusals.malformedOrMissing(
                    signIn, "Authenticate with account and password (Basic).");
        }
        String[] both = decode(signIn).split(":", 2);
        String name = both[0];
        Account account = registry.accounts().get(name);
        try {
            CompletableFuture<Boolean> accepted =
                    passwords.accepts(
                            name,
                            account,
                            both.length < 2 ? "" : both[1],
                            signIn.arrival().source());
            if (accepted.isDone() && !accepted.isCompletedExceptionally()) {
                return CompletableFuture.completedFuture(
                        proven(accepted.join(), account, name, signIn));
            }
            return accepted.thenApply(right -> proven(right, account, name, signIn));
        } catch (Failure unchecked) {
            if (unchecked.code() != ErrorCode.AUTHENTICATION_FAILED) {
                refusals.add(reason(unchecked), name, signIn);
            }
            throw unchecked;
        }
    }

    private Account proven(boolean right, Account account, String name, SignIn signIn) {
        if (right) {
            return account;
        }
        Reason reason =
                account == null
                        ? Reason.ACCOUNT_UNKNOWN
                        : account.enabled() ? Reason.PASSWORD_WRONG : Reason.ACCOUNT_DISABLED;
        throw refusals.refused(
                reason,
                name,
                signIn,
                "The account or its password is wrong, or the account is disabled.");
    }

    /**
     * @throws Failure PASSWORD_CHANGE_REQUIRED if the password is a temporary one
     */
    Account lasting(Account account, SignIn signIn) {
        if (account.credentials().temporary()) {
            refusals.add(Reason.PASSWORD_TEMPORARY, account.name(), signIn);
            throw Failure.of(
                    ErrorCode.PASSWORD_CHANGE_REQUIRED,
                    "The password of %s is for the first sign-in only; change it with PUT /api/v1/account/password {\"old\":\"…\",\"new\":\"…\"}, then ask again."
                            .formatted(account.name()));
        }
        return account;
    }

    private String decode(SignIn signIn) {
        try {
            // Strictly: a character that is replaced would make two passwords equal.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(signIn.credentials())))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw refusals.refused(
                    Reason.CREDENTIALS_MALFORMED,
                    "",
                    signIn,
                    "The Basic credentials are not UTF-8; send them in that encoding.");
        } catch (IllegalArgumentException broken) {
            throw refusals.refused(
                    Reason.CREDENTIALS_MALFORMED,
                    "",
                    signIn,
                    "The Basic credentials are not base64.");
        }
    }

    private static Reason reason(Failure unchecked) {
        return unchecked.code() == ErrorCode.GUESSING_SLOWED
                ? Reason.GUESSING_SLOWED
                : Reason.CHECK_REFUSED;
    }
}
