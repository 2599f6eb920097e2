package io.hansa.proxy.token;

import io.hansa.proxy.configuration.PeerTokenLimits;
import java.time.Clock;
import java.time.Duration;

/** Verification with the default configuration. */
public final class TokenRules {
    public static final PeerTokenLimits LIMITS =
            new PeerTokenLimits(
                    Duration.ofSeconds(300), Duration.ofSeconds(30), 1000, Duration.ofSeconds(30));

    private TokenRules() {}

    public static TokenVerifier verifier(String audience, VerificationKeys keys, Clock clock) {
        return new TokenVerifier(audience, keys, LIMITS, clock);
    }

    /** Accepts every issuer and any number of uses. */
    public static VerifiedToken verify(TokenVerifier verifier, String token) {
        return verifier.verify(token, issuer -> {}, false);
    }
}
