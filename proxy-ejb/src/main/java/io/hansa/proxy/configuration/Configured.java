package io.hansa.proxy.configuration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Reads each configuration record once, at the node's start. A wrong value ends the start; stores
 * of the extranet that cannot be opened do not.
 */
@ApplicationScoped
class Configured {
    @Produces
    @Singleton
    ProxyIdentity identity() {
        return ProxyIdentity.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    Limits limits() {
        return Limits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    CallerLimits callers(Limits limits) {
        return CallerLimits.from(ConfigProvider.getConfig(), limits.bodyBytes());
    }

    @Produces
    @Singleton
    BreakerLimits breakers() {
        return BreakerLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    DrainTimes drain() {
        return DrainTimes.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    AgentListener agent() {
        return AgentListener.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    ProbeLimits probes() {
        return ProbeLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    RetryLimits retries() {
        return RetryLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    IdempotencyLimits idempotency() {
        return IdempotencyLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    PressureLimits pressure() {
        return PressureLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    RateSharing rateSharing() {
        return RateSharing.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    TraceLimits traces() {
        return TraceLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    HttpListeners listeners() {
        return HttpListeners.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    HashingLimits hashing() {
        return HashingLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    PeerTokenLimits peerTokens() {
        return PeerTokenLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    GuessingLimits guessing() {
        return GuessingLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    PasswordRules passwordRules() {
        return PasswordRules.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies() {
        return TrustedProxies.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    ExtranetStores extranet() {
        return ExtranetStores.open(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    AllowedOrigins allowedOrigins() {
        return AllowedOrigins.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    SecretFiles secretFiles() {
        return SecretFiles.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    SigningKeyTimes signingKeys() {
        return SigningKeyTimes.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    AuditLimits audit() {
        return AuditLimits.from(ConfigProvider.getConfig());
    }

    @Produces
    @Singleton
    ExternalIssuers issuers() {
        return ExternalIssuers.from(ConfigProvider.getConfig());
    }

    /** The same, so that all that asks for a clock goes by the database's. */
    @Produces
    @Singleton
    Clock clock(DatabaseClock clock) {
        return clock;
    }

    @Produces
    @Singleton
    @Typed(DatabaseClock.class)
    DatabaseClock databaseClock() {
        return DatabaseClock.ofNode();
    }
}
