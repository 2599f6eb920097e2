package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * When a circuit opens, and how it closes again.
 *
 * @param window {@code hansa.breaker.window}: the number of latest exchanges that are evaluated
 * @param failurePercent {@code hansa.breaker.failure-percent}: share of failures that opens the
 *     circuit
 * @param slowPercent {@code hansa.breaker.slow-percent}: share of slow exchanges that opens the
 *     circuit
 * @param slowAfterPercent {@code hansa.breaker.slow-after-percent}: share of the allowed time after
 *     which an exchange is slow
 * @param timeOuts {@code hansa.breaker.time-outs}: so many exchanges in a row without an answer in
 *     time open the circuit
 * @param openMillis {@code hansa.breaker.open-millis}: time until the first test request; each that
 *     fails doubles it
 * @param openMaxMillis {@code hansa.breaker.open-max-millis}: the longest pause between test
 *     requests
 * @param probes {@code hansa.breaker.probes}: so many test requests in a row that are answered
 *     close the circuit
 * @param floorPercent {@code hansa.breaker.floor-percent}: share of a capability's targets that
 *     stays in use as long as they reply at all
 * @param warmUpMillis {@code hansa.balancing.slow-start-millis}: time until a target with a closed
 *     circuit gets its full share again
 */
public record BreakerLimits(
        int window,
        int failurePercent,
        int slowPercent,
        int slowAfterPercent,
        int timeOuts,
        int openMillis,
        int openMaxMillis,
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
                settings.whole("hansa.breaker.time-outs", 3, 1, 10_000),
                settings.whole("hansa.breaker.open-millis", 1000, 1, 3_600_000),
                settings.whole("hansa.breaker.open-max-millis", 60_000, 1, 3_600_000),
                settings.whole("hansa.breaker.probes", 3, 1, 1000),
                settings.whole("hansa.breaker.floor-percent", 50, 0, 100),
                settings.whole("hansa.balancing.slow-start-millis", 5000, 0, 3_600_000));
    }
}
