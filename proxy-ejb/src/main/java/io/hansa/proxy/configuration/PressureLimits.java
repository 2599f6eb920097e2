package io.hansa.proxy.configuration;

import io.hansa.proxy.capability.Capability.Priority;
import org.eclipse.microprofile.config.Config;

/**
 * How the node keeps room for what matters most.
 *
 * @param bulkPercent {@code hansa.shed.bulk-percent}: of what node and servers take, above which
 *     BULK is shed where something more important may come
 * @param normalPercent {@code hansa.shed.normal-percent}: the same for NORMAL; CORE may use all of
 *     it
 * @param leastPercent {@code hansa.shed.min-percent}: of what the node takes at most, below which
 *     the limit never falls
 * @param tolerance {@code hansa.shed.tolerance}: how many times its usual an answer may take before
 *     the limit falls
 */
public record PressureLimits(int bulkPercent, int normalPercent, int minPercent, double tolerance) {
    private static final double WHOLE = 100;

    /**
     * The share of a limit that work of that priority may use where something more important may
     * come.
     */
    public double room(Priority priority) {
        return switch (priority) {
            case CORE -> 1;
            case NORMAL -> normalPercent / WHOLE;
            case BULK -> bulkPercent / WHOLE;
        };
    }

    public static PressureLimits from(Config config) {
        Settings settings = new Settings(config);
        return new PressureLimits(
                settings.whole("hansa.shed.bulk-percent", 60, 1, 100),
                settings.whole("hansa.shed.normal-percent", 80, 1, 100),
                settings.whole("hansa.shed.min-percent", 25, 1, 100),
                settings.decimal("hansa.shed.tolerance", 2.0, 1.0, 100.0));
    }
}
