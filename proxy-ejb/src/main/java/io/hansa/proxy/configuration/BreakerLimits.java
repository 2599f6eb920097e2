package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * When a business server or peer is cut off, and how it comes back.
 *
 * @param window {@code hansa.breaker.window}: the latest exchanges that are looked at
 * @param failurePercent {@code hansa.breaker.failure-percent}: share of failures that opens the
 *     circuit
 * @param slowPercent {@code hansa.breaker.slow-percent}: share of slow exchanges that opens it
 * @param slowAfterPercent {@code hansa.breaker.slow-after-percent}: share of the time allowed after
 *     which an exchange is slow
 * @param openMillis {@code hansa.breaker.open-millis}: until the first probe; doubled with each
 *     failed one
 * @param openMostMillis {@code hansa.breaker.open-max-millis}: the longest pause between probes
 * @param probes {@code hansa.breaker.probes}: exchanges that decide whether the circuit closes
 *     again
 * @param floorPercent {@code hansa.breaker.floor-percent}: share of a capability's targets that
 *     stays in use as long as they answer, however badly
 * @param warmUpMillis {@code hansa.balancing.slow-start-millis}: until a target that came back
 *     carries its full share
 */
public record BreakerLimits(
        int window,
        int failurePercent,
        int slowPercent,
        int slowAfterPercent,
        int openMillis,
        int openMostMillis,
        int probes,
        int floorPercent,
        int warmUpMillis) {
    public static BreakerLimits from(Config config) {
        Settings settings = new Settings(config);
        return new BreakerLimits(
                settings.whole("hansa.breaker.window", 20, 2, 10_000),
                settings.whole("hansa.breaker.failure-percent", 50, 1, 100),
                settings.whole("hansa.breaker.slow-percent", 80, 1, 100),
                settings.whole("hansa.breaker.slow-after-percent", 80, 1, 100),
                settings.whole("hansa.breaker.open-millis", 1000, 1, 3_600_000),
                settings.whole("hansa.breaker.open-max-millis", 5000, 1, 3_600_000),
                settings.whole("hansa.breaker.probes", 3, 1, 1000),
                settings.whole("hansa.breaker.floor-percent", 50, 0, 100),
                settings.whole("hansa.balancing.slow-start-millis", 5000, 0, 3_600_000));
    }
}
