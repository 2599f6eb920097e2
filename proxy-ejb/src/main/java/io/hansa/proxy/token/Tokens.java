package io.hansa.proxy.token;

import io.hansa.proxy.configuration.PeerTokenLimits;
import io.hansa.proxy.configuration.ProxyIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Puts this package together. */
@ApplicationScoped
class Tokens {
    @Produces
    @Singleton
    SigningKeys keys(Clock clock) {
        return new SigningKeys(clock);
    }

    @Produces
    @Singleton
    TokenIssuer issuer(ProxyIdentity proxy, SigningKeys keys, Clock clock) {
        return new TokenIssuer(proxy.id(), keys, clock);
    }

    @Produces
    @Singleton
    TokenVerifier verifier(
            ProxyIdentity proxy, VerificationKeys keys, PeerTokenLimits limits, Clock clock) {
        return new TokenVerifier(proxy.id(), keys, limits, clock);
    }

    @Produces
    @Singleton
    UsedTokens used(PeerTokenLimits limits, Clock clock) {
        return new UsedTokens(limits.maxUsed(), clock);
    }
}
