package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How the nodes of a proxy share rate limits.
 *
 * @param everyMillis {@code hansa.rate.share-millis}: interval at which a node reports its used
 *     permits; 0: each node applies the whole limit by itself
 */
public record RateSharing(int everyMillis) {
    public static RateSharing from(Config config) {
        return new RateSharing(
                new Settings(config).whole("hansa.rate.share-millis", 200, 0, 60_000));
    }
}
