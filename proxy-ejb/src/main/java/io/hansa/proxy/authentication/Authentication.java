package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.issuer.ExternalIdentity;
import io.hansa.proxy.issuer.ExternalTokens;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.VerifiedToken;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Authenticates the caller of an {@code Authorization} header: an account by password or by this
 * proxy's token or by that of an external issuer, or a peer by a token that it signed. The extranet
 * listener accepts peers only, each with its own certificate. A password without a recent
 * successful check is hashed on another thread, and no thread waits for it. Every refusal is
 * reported to a listener. Safe for many threads.
 */
public final class Authentication {
    private final ProxyIdentity proxy;
    private final PasswordCheck passwords;
    private final TokenVerifier tokens;
    private final Consumer<SignInRefusal> refusals;
    private final PeerDoor door;
    private final ExternalTokens external;

    /**
     * @param refusals called on any thread; must neither wait nor throw
     */
    public Authentication(
            ProxyIdentity proxy,
            TokenVerifier tokens,
            PasswordCheck passwords,
            Consumer<SignInRefusal> refusals,
            PeerDoor door,
            ExternalTokens external) {
        this.external = external;
        this.proxy = proxy;
        this.passwords = passwords;
        this.tokens = tokens;
        this.refusals = refusals;
        this.door = door;
    }

    /** Authenticates with peer tokens that may serve any number of requests. */
    public CompletableFuture<Caller> authenticate(Registry registry, SignIn signIn) {
        return authenticate(registry, signIn, false);
    }

    /**
     * Authenticates. Tokens, and passwords with a recent successful check, are decided at once. On
     * the extranet the certificate is checked before the credentials.
     *
     * @param once whether a peer's token may serve this request only
     * @return the caller; may complete later with a {@link Failure}, on a thread that must not be
     *     blocked
     * @throws Failure AUTHENTICATION_FAILED, with the same text for an unknown account and a wrong
     *     password; GUESSING_SLOWED or OVERLOADED if the password is not checked now
     */
    public CompletableFuture<Caller> authenticate(Registry registry, SignIn signIn, boolean once) {
        Peer asking = asking(registry, signIn);
        if (signIn.isToken()) {
            return CompletableFuture.completedFuture(bearer(registry, signIn, asking, once));
        }
        if (!signIn.isPassword()) {
            String remedy =
                    signIn.isEmpty()
                            ? "Authenticate with a bearer token or with account and password."
                            : "The proxy supports only the schemes Bearer and Basic.";
            throw refused(malformedOrMissing(signIn), "", signIn, remedy);
        }
        if (signIn.arrival().extranet()) {
            throw refused(
                    Reason.CREDENTIALS_MALFORMED,
                    "",
                    signIn,
                    "The extranet listener accepts requests of peers only.");
        }
        return password(registry, signIn).thenApply(Caller::of);
    }

    /**
     * The account of a {@code Basic} header with a correct password; otherwise as {@link
     * #authenticate}.
     *
     * @throws Failure besides, PASSWORD_CHANGE_REQUIRED if the password is a temporary one
     */
    public CompletableFuture<Account> password(Registry registry, SignIn signIn) {
        CompletableFuture<Account> account = passwordToChange(registry, signIn);
        return account.isDone() && !account.isCompletedExceptionally()
                ? CompletableFuture.completedFuture(lasting(account.join(), signIn))
                : account.thenApply(found -> lasting(found, signIn));
    }

    /** The same for an account that wants to change its password, which may be temporary. */
    public CompletableFuture<Account> passwordToChange(Registry registry, SignIn signIn) {
        if (!signIn.isPassword()) {
            throw refused(
                    malformedOrMissing(signIn),
                    "",
                    signIn,
                    "Authenticate with account and password (Basic).");
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
                refusals.accept(SignInRefusal.of(reason(unchecked), name, signIn));
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
        throw refused(
                reason,
                name,
                signIn,
                "The account or its password is wrong, or the account is disabled.");
    }

    private Account lasting(Account account, SignIn signIn) {
        if (account.credentials().temporary()) {
            refusals.accept(SignInRefusal.of(Reason.PASSWORD_TEMPORARY, account.name(), signIn));
            throw Failure.of(
                    ErrorCode.PASSWORD_CHANGE_REQUIRED,
                    "The password of %s is for the first sign-in only; change it with PUT /api/v1/account/password {\"old\":\"…\",\"new\":\"…\"}, then ask again."
                            .formatted(account.name()));
        }
        return account;
    }

    private Peer asking(Registry registry, SignIn signIn) {
        try {
            return door.peer(registry, signIn.arrival());
        } catch (Failure refusal) {
            refusals.accept(SignInRefusal.of(Reason.CERTIFICATE_REFUSED, "", signIn));
            throw refusal;
        }
    }

    private Caller bearer(Registry registry, SignIn signIn, Peer asking, boolean once) {
        String subject = "";
        try {
            if (asking == null
                    && external.areAccepted()
                    && !tokens.remembers(signIn.credentials())) {
                Optional<ExternalIdentity> identity = external.verify(signIn.credentials());
                if (identity.isPresent()) {
                    subject = identity.get().account();
                    return ExternalCallers.of(registry, identity.get());
                }
            }
            VerifiedToken token =
                    tokens.verify(
                            signIn.credentials(),
                            issuer -> door.admit(registry, issuer, asking),
                            once);
            subject = token.account();
            return token.issuer().equals(proxy.id())
                    ? own(registry, token)
                    : peer(registry, door.accept(registry, token, signIn.arrival(), once), token);
        } catch (Failure refusal) {
            refusals.accept(SignInRefusal.of(Reason.TOKEN_REFUSED, subject, signIn));
            throw refusal;
        }
    }

    private static Caller own(Registry registry, VerifiedToken token) {
        Account account = registry.accounts().get(token.account());
        if (account == null || !account.enabled()) {
            throw refused("The token's account is disabled or removed.");
        }
        if (token.generation() == null || token.generation() != account.tokenGeneration()) {
            throw refused(
                    "The token is invalid since the account was disabled, got a new password, or had its tokens revoked; request a new token.");
        }
        return Caller.of(account);
    }

    private Caller peer(Registry registry, Peer peer, VerifiedToken token) {
        return PeerCallers.of(proxy, registry, peer, token.account(), token.actors());
    }

    private String decode(SignIn signIn) {
        try {
            // Strictly: a character that is replaced would make two passwords equal.
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getDecoder().decode(signIn.credentials())))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            throw refused(
                    Reason.CREDENTIALS_MALFORMED,
                    "",
                    signIn,
                    "The Basic credentials are not UTF-8; send them in that encoding.");
        } catch (IllegalArgumentException broken) {
            throw refused(
                    Reason.CREDENTIALS_MALFORMED,
                    "",
                    signIn,
                    "The Basic credentials are not base64.");
        }
    }

    private static Reason malformedOrMissing(SignIn signIn) {
        return signIn.isEmpty() ? Reason.CREDENTIALS_MISSING : Reason.CREDENTIALS_MALFORMED;
    }

    private static Reason reason(Failure unchecked) {
        return unchecked.code() == ErrorCode.GUESSING_SLOWED
                ? Reason.GUESSING_SLOWED
                : Reason.CHECK_REFUSED;
    }

    private Failure refused(Reason reason, String account, SignIn signIn, String detail) {
        refusals.accept(SignInRefusal.of(reason, account, signIn));
        return refused(detail);
    }

    private static Failure refused(String detail) {
        return Failure.of(ErrorCode.AUTHENTICATION_FAILED, detail);
    }
}
