package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.authentication.SignInRefusal.Reason;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.issuer.ExternalTokens;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.TokenVerifier;
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
    private final PasswordSignIn passwords;
    private final TokenSignIn tokens;
    private final PeerDoor door;
    private final RefusalReport refusals;

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
        this.refusals = new RefusalReport(refusals);
        this.passwords = new PasswordSignIn(passwords, this.refusals);
        this.tokens = new TokenSignIn(proxy, tokens, door, external, this.refusals);
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
     *     password; GUESSING_SLOWED or OVERLOADED if the password is not checked now; STARTING
     *     before the registry is read
     */
    public CompletableFuture<Caller> authenticate(Registry registry, SignIn signIn, boolean once) {
        requireRead(registry);
        Peer certified = peerOfCertificate(registry, signIn);
        if (signIn.isToken()) {
            return CompletableFuture.completedFuture(
                    tokens.authenticate(registry, signIn, certified, once));
        }
        if (!signIn.isPassword()) {
            String remedy =
                    signIn.isEmpty()
                            ? "Authenticate with a bearer token or with account and password."
                            : "The proxy supports only the schemes Bearer and Basic.";
            throw refusals.malformedOrMissing(signIn, remedy);
        }
        if (signIn.arrival().extranet()) {
            throw refusals.refused(
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
        requireRead(registry);
        CompletableFuture<Account> account = passwords.authenticate(registry, signIn);
        return account.isDone() && !account.isCompletedExceptionally()
                ? CompletableFuture.completedFuture(passwords.lasting(account.join(), signIn))
                : account.thenApply(found -> passwords.lasting(found, signIn));
    }

    /** The same for an account that wants to change its password, which may be temporary. */
    public CompletableFuture<Account> passwordToChange(Registry registry, SignIn signIn) {
        requireRead(registry);
        return passwords.authenticate(registry, signIn);
    }

    /** Before it is read, no account is known, and 401 would send a caller away for good. */
    private static void requireRead(Registry registry) {
        if (registry == Registry.EMPTY) {
            throw Failure.of(
                    ErrorCode.STARTING,
                    "This node has not read its registry yet; try again shortly, or use another node.");
        }
    }

    private Peer peerOfCertificate(Registry registry, SignIn signIn) {
        try {
            return door.peer(registry, signIn.arrival());
        } catch (Failure refusal) {
            refusals.add(Reason.CERTIFICATE_REFUSED, "", signIn);
            throw refusal;
        }
    }
}
