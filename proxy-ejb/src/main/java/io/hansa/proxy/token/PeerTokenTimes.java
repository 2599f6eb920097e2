package io.hansa.proxy.token;

import io.hansa.proxy.configuration.PeerTokenLimits;
import io.hansa.proxy.failure.Failure;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether a peer's token is in time: its clock may differ a little, and its tokens may not live
 * long.
 */
final class PeerTokenTimes {
    private static final String CLOCKS =
            "; compare the clocks of both proxies, they may differ by %d s at most";

    private final PeerTokenLimits limits;

    PeerTokenTimes(PeerTokenLimits limits) {
        this.limits = limits;
    }

    /** When it is of no use any more, by the clock of this proxy. */
    Instant end(VerifiedToken token) {
        return token.expiresAt().plus(limits.clockTolerance());
    }

    /**
     * @throws Failure AUTHENTICATION_FAILED with the difference of the clocks
     */
    void check(VerifiedToken token, Instant now) {
        long lifetime = Duration.between(token.issuedAt(), token.expiresAt()).toSeconds();
        if (lifetime <= 0 || lifetime > limits.maxLifetime().toSeconds()) {
            throw TokenFault.refused(
                    "it lives %d s, a peer's token may live 1 to %d s; shorten it at the peer"
                            .formatted(lifetime, limits.maxLifetime().toSeconds()));
        }
        String tolerance = CLOCKS.formatted(limits.clockTolerance().toSeconds());
        if (token.issuedAt().isAfter(now.plus(limits.clockTolerance()))) {
            throw TokenFault.refused(
                    "it was issued %d s in the future"
                                    .formatted(Duration.between(now, token.issuedAt()).toSeconds())
                            + tolerance);
        }
        if (!now.isBefore(end(token))) {
            throw TokenFault.refused(
                    "it expired %d s ago"
                                    .formatted(Duration.between(token.expiresAt(), now).toSeconds())
                            + tolerance);
        }
    }
}
