package io.hansa.proxy.configuration;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * Limits for tokens that peers sign, and the refresh of their keys.
 *
 * @param maxLifetime {@code hansa.peer-token.max-lifetime-seconds}: from issue to expiry
 * @param clockTolerance {@code hansa.peer-token.clock-tolerance-seconds}: accepted difference of
 *     the peer's clock
 * @param maxUsed {@code hansa.peer-token.max-used}: used tokens of one peer that a node remembers,
 *     so that no token serves twice
 * @param keyRefresh {@code hansa.peer-keys.refresh-seconds}: age of a peer's keys at which they are
 *     fetched again
 */
public record PeerTokenLimits(
        Duration maxLifetime, Duration clockTolerance, int maxUsed, Duration keyRefresh) {
    /** Less than the time for which a peer publishes a key before it signs, by default 300 s. */
    private static final int MAX_REFRESH_SECONDS = 240;

    public static PeerTokenLimits from(Config config) {
        Settings settings = new Settings(config);
        return new PeerTokenLimits(
                seconds(settings, "hansa.peer-token.max-lifetime-seconds", 300, 60),
                seconds(settings, "hansa.peer-token.clock-tolerance-seconds", 30, 0),
                settings.whole("hansa.peer-token.max-used", 100_000, 100, 10_000_000),
                Duration.ofSeconds(
                        settings.whole(
                                "hansa.peer-keys.refresh-seconds", 30, 1, MAX_REFRESH_SECONDS)));
    }

    private static Duration seconds(Settings settings, String key, int fallback, int min) {
        return Duration.ofSeconds(settings.whole(key, fallback, min, 3600));
    }
}
