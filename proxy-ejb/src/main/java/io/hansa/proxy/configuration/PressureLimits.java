package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How the node keeps room for what matters most.
 *
 * @param bulkPercent {@code hansa.shed.bulk-percent}: of what the node takes now, above which BULK is shed
 * @param normalPercent {@code hansa.shed.normal-percent}: the same for NORMAL; CORE may use all of it
 * @param leastPercent {@code hansa.shed.least-percent}: of what the node takes at most, below which the limit never falls
 * @param tolerance {@code hansa.shed.tolerance}: how many times its usual an answer may take before the limit falls
 */
public record PressureLimits(
        int bulkPercent, int normalPercent, int leastPercent, double tolerance) {
    public static PressureLimits from(Config config) {
        Settings settings = new Settings(config);
        return new PressureLimits(
                settings.whole("hansa.shed.bulk-percent", 70, 1, 100),
                settings.whole("hansa.shed.normal-percent", 90, 1, 100),
                settings.whole("hansa.shed.least-percent", 25, 1, 100),
                settings.decimal("hansa.shed.tolerance", 2.0, 1.0, 100.0));
    }
}
