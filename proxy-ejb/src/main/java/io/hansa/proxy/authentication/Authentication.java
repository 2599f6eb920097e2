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

    public Authentication(ProxyIdentity proxy, TokenVerifier tokens) {
        this.proxy = proxy;
        this.passwords = new PasswordCheck();
        this.tokens = tokens;
    }

    /** @throws Failure AUTHENTICATION_FAILED, in the same words for a wrong account and a wrong password */
    public Caller authenticate(Registry registry, String authorization, Arrival arrival) {
        if (authorization == null || authorization.isBlank()) {
            throw refused("Authenticate with a bearer token or with account and password.");
        }
        if (scheme(authorization, "Bearer ")) {
            return bearer(registry, authorization.substring(7).strip(), arrival);
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

    private Caller bearer(Registry registry, String text, Arrival arrival) {
        VerifiedToken token = tokens.verify(text);
        if (!token.issuer().equals(proxy.id())) {
            return peer(registry, token, arrival);
        }
        if (arrival.extranet()) {
            throw refused("The extranet takes requests of peers only.");
        }
        Account account = registry.accounts().get(token.account());
        if (account == null || !account.enabled()) {
            throw refused("The token's account is disabled or gone.");
        }
        return Caller.of(account);
    }

    private Caller peer(Registry registry, VerifiedToken token, Arrival arrival) {
        Peer peer = registry.peers().get(token.issuer());
        if (peer == null || !peer.enabled()) {
            throw refused("The token's issuer is no peer of this proxy, or a disabled one.");
        }
        if (peer.link() == Peer.Link.EXTRANET && !arrival.extranet()) {
            throw refused("Peer " + peer.id() + " must come over the extranet's listener.");
        }
        if (arrival.extranet() && !peer.id().equals(arrival.certificateName())) {
            throw refused(
                    "The token is from peer %s, the client certificate from %s; they must agree."
                            .formatted(peer.id(), arrival.certificateName()));
        }
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
