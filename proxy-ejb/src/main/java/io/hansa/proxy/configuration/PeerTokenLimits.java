package io.hansa.proxy.configuration;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * What is accepted of the tokens that peers sign, and how fresh their keys are kept.
 *
 * @param maxLifetime {@code hansa.peer-token.max-lifetime-seconds}: from issue to expiry
 * @param clockTolerance {@code hansa.peer-token.clock-tolerance-seconds}: by how much the peer's
 *     clock may differ
 * @param maxUsed {@code hansa.peer-token.max-used}: how many used tokens of one peer a node
 *     remembers, so that none serves twice
 * @param keyRefresh {@code hansa.peer-keys.refresh-seconds}: how old a peer's keys may be before
 *     they are fetched again
 */
public record PeerTokenLimits(
        Duration maxLifetime, Duration clockTolerance, int maxUsed, Duration keyRefresh) {
    public static PeerTokenLimits from(Config config) {
        Settings settings = new Settings(config);
        return new PeerTokenLimits(
                seconds(settings, "hansa.peer-token.max-lifetime-seconds", 300, 60),
                seconds(settings, "hansa.peer-token.clock-tolerance-seconds", 30, 0),
                settings.whole("hansa.peer-token.max-used", 100_000, 100, 10_000_000),
                seconds(settings, "hansa.peer-keys.refresh-seconds", 30, 1));
    }

    private static Duration seconds(Settings settings, String key, int fallback, int min) {
        return Duration.ofSeconds(settings.whole(key, fallback, min, 3600));
    }
}
