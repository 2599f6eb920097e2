package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How the nodes of a proxy share rate limits.
 *
 * @param everyMillis {@code hansa.rate.share-millis}: how often a node settles what it took; 0:
 *     each node has the whole limit for itself
 */
public record RateSharing(int everyMillis) {
    public static RateSharing from(Config config) {
        return new RateSharing(
                new Settings(config).whole("hansa.rate.share-millis", 200, 0, 60_000));
    }
}
