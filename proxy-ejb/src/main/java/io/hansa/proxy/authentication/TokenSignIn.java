package io.hansa.proxy.authentication;

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
import java.util.Optional;

/**
 * Authenticates a caller by a bearer token: this proxy's, an external issuer's, or a peer's. Safe
 * for many threads; never waits.
 */
final class TokenSignIn {
    private final ProxyIdentity proxy;
    private final TokenVerifier tokens;
    private final PeerDoor door;
    private final ExternalTokens external;
    private final RefusalReport refusals;

    TokenSignIn(
            ProxyIdentity proxy,
            TokenVerifier tokens,
            PeerDoor door,
            ExternalTokens external,
            RefusalReport refusals) {
        this.proxy = proxy;
        this.tokens = tokens;
        this.door = door;
        this.external = external;
        this.refusals = refusals;
    }

    /**
     * @param certified the peer of the connection's certificate; null: none
     * @param once whether a peer's token may serve this request only
     */
    Caller authenticate(Registry registry, SignIn signIn, Peer certified, boolean once) {
        String subject = "";
        try {
            if (certified == null
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
                            issuer -> door.admit(registry, issuer, certified),
                            once);
            subject = token.account();
            return token.issuer().equals(proxy.id())
                    ? own(registry, token)
                    : peer(registry, door.accept(registry, token, signIn.arrival(), once), token);
        } catch (Failure refusal) {
            refusals.add(Reason.TOKEN_REFUSED, subject, signIn);
            throw refusal;
        }
    }

    private static Caller own(Registry registry, VerifiedToken token) {
        Account account = registry.accounts().get(token.account());
        if (account == null || !account.enabled()) {
            throw RefusalReport.refused("The token's account is disabled or removed.");
        }
        if (token.generation() == null || token.generation() != account.tokenGeneration()) {
            throw RefusalReport.refused(
                    "The token is invalid since the account was disabled, got a new password, or had its tokens revoked; request a new token.");
        }
        return Caller.of(account);
    }

    private Caller peer(Registry registry, Peer peer, VerifiedToken token) {
        return PeerCallers.of(proxy, registry, peer, token.account(), token.actors());
    }
}
