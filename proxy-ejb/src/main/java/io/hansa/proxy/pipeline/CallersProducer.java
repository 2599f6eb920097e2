package io.hansa.proxy.pipeline;

import io.hansa.proxy.account.PasswordHasher;
import io.hansa.proxy.authentication.Authentication;
import io.hansa.proxy.authentication.OutdatedHashes;
import io.hansa.proxy.authentication.PasswordCheck;
import io.hansa.proxy.authentication.PeerDoor;
import io.hansa.proxy.authorization.Authorization;
import io.hansa.proxy.configuration.GuessingLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import io.hansa.proxy.federation.PeerCertificates;
import io.hansa.proxy.issuer.ExternalTokens;
import io.hansa.proxy.monitoring.SignInRefusals;
import io.hansa.proxy.permission.LastUses;
import io.hansa.proxy.permission.Quotas;
import io.hansa.proxy.token.TokenVerifier;
import io.hansa.proxy.token.UsedTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Makes what knows callers: authentication and permissions. */
@ApplicationScoped
class CallersProducer {
    @Produces
    @Singleton
    PeerDoor door(
            ProxyIdentity proxy,
            PeerCertificates certificates,
            TokenVerifier tokens,
            UsedTokens used) {
        return new PeerDoor(proxy.id(), certificates, tokens, used);
    }

    @Produces
    @Singleton
    Authentication authentication(
            ProxyIdentity proxy,
            TokenVerifier tokens,
            PasswordCheck passwords,
            SignInRefusals refusals,
            PeerDoor door,
            ExternalTokens external) {
        return new Authentication(proxy, tokens, passwords, refusals, door, external);
    }

    @Produces
    @Singleton
    PasswordCheck passwords(PasswordHasher hasher, GuessingLimits limits, OutdatedHashes outdated) {
        return new PasswordCheck(hasher, limits, outdated);
    }

    @Produces
    @Singleton
    AccessControl access(Authorization authorization, Quotas quotas, LastUses uses, Clock clock) {
        return new AccessControl(authorization, quotas, uses, clock);
    }

    @Produces
    @Singleton
    Permit permit(ProxyIdentity proxy, Route route, AccessControl access) {
        return new Permit(proxy.id(), route, access);
    }
}
