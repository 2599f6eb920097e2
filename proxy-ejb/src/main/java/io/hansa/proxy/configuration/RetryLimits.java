package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How often requests may be sent again.
 *
 * @param max {@code hansa.retry.max}: for one request, over all hops together
 * @param sharePercent {@code hansa.retry.share-percent}: share of this node's requests in the long
 *     run
 * @param reservePerSecond {@code hansa.retry.reserve-per-second}: additional retries, so that a
 *     node with few requests may retry
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
