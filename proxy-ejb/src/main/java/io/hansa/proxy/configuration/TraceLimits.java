package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * Which traces this node keeps in memory.
 *
 * @param max number of records
 * @param share share of the successful requests, from 0 to 1; failed requests are always kept
 */
public record TraceLimits(int max, double share) {
    public static TraceLimits from(Config config) {
        Settings settings = new Settings(config);
        return new TraceLimits(
                settings.whole("hansa.traces.max", 2000, 1, 1_000_000),
                settings.decimal("hansa.traces.share", 1, 0, 1));
    }
}
