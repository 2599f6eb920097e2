package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How often requests may be sent anew.
 *
 * @param most {@code hansa.retry.max}: for one request, over all hops together
 * @param sharePercent {@code hansa.retry.share-percent}: of this node's requests in the long run
 * @param reservePerSecond {@code hansa.retry.reserve-per-second}: on top, so that a quiet node may
 *     retry at all
 */
public record RetryLimits(int max, int sharePercent, int reservePerSecond) {
    public static RetryLimits from(Config config) {
        Settings settings = new Settings(config);
        return new RetryLimits(
                settings.whole("hansa.retry.max", 3, 0, 100),
                settings.whole("hansa.retry.share-percent", 20, 0, 100),
                settings.whole("hansa.retry.reserve-per-second", 10, 1, 1_000_000));
    }
}
