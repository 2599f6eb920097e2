package io.hansa.proxy.authentication;

import io.hansa.api.ErrorCode;
import io.hansa.proxy.account.Account;
import io.hansa.proxy.account.Caller;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.failure.Failure;
import io.hansa.proxy.federation.Peer;
import io.hansa.proxy.registry.Registry;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.VerifiedToken;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Finds the caller behind an {@code Authorization} header: an account by password or by this proxy's
 * token, or a peer by a token that it signed. The extranet's listener takes peers only, each under its own
 * certificate. Safe for many threads.
 */
public final class Authentication {
    private final ProxyIdentity proxy;
    private final PasswordCheck passwords;
    private final TokenVerifier tokens;
    private final PeerDoor door;

    public Authentication(ProxyIdentity proxy, TokenVerifier tokens, PeerDoor door) {
        this.proxy = proxy;
        this.passwords = new PasswordCheck();
        this.tokens = tokens;
        this.door = door;
    }

    /** The same where a peer's token may serve for as many requests as it lives. */
    public Caller authenticate(Registry registry, String authorization, Arrival arrival) {
        return authenticate(registry, authorization, arrival, false);
    }

    /**
     * @param once whether a peer's token may serve for this request only
     * @throws Failure AUTHENTICATION_FAILED, in the same words for a wrong account and a wrong password
     */
    public Caller authenticate(
            Registry registry, String authorization, Arrival arrival, boolean once) {
        Peer asking = door.peer(registry, arrival);
        if (authorization == null || authorization.isBlank()) {
            throw refused("Authenticate with a bearer token or with account and password.");
        }
        if (scheme(authorization, "Bearer ")) {
            String text = authorization.substring(7).strip();
            VerifiedToken token =
                    tokens.verify(text, issuer -> door.admit(registry, issuer, asking), once);
            return token.issuer().equals(proxy.id())
                    ? account(registry, token)
                    : peer(registry, door.take(registry, token, arrival, once), token);
        }
        if (scheme(authorization, "Basic ")) {
            if (arrival.extranet()) {
                throw refused("The extranet takes requests of peers only.");
            }
            return Caller.of(password(registry, authorization));
        }
        throw refused("Only the schemes Bearer and Basic are understood.");
    }

    /** The account that name and password of a {@code Basic} header prove. */
    public Account password(Registry registry, String authorization) {
        if (authorization == null || !scheme(authorization, "Basic ")) {
            throw refused("Authenticate with account and password (Basic).");
        }
        String[] nameAndPassword = decode(authorization.substring(6).strip()).split(":", 2);
        Account account = registry.accounts().get(nameAndPassword[0]);
        boolean right =
                passwords.accepts(account, nameAndPassword.length < 2 ? "" : nameAndPassword[1]);
        if (!right || account == null || !account.enabled()) {
            throw refused("The account or its password is wrong, or the account is disabled.");
        }
        return account;
    }

    private static Caller account(Registry registry, VerifiedToken token) {
        Account account = registry.accounts().get(token.account());
        if (account == null || !account.enabled()) {
            throw refused("The token's account is disabled or gone.");
        }
        return Caller.of(account);
    }

    private Caller peer(Registry registry, Peer peer, VerifiedToken token) {
        return PeerCallers.of(proxy, registry, peer, token.account(), token.actors());
    }

    private static boolean scheme(String authorization, String scheme) {
        return authorization.regionMatches(true, 0, scheme, 0, scheme.length());
    }

    private static String decode(String base64) {
        try {
            return new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw refused("The Basic credentials are not base64.");
        }
    }

    private static Failure refused(String detail) {
        return Failure.of(ErrorCode.AUTHENTICATION_FAILED, detail);
    }
}
