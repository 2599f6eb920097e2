package io.hansa.proxy.configuration;

import io.hansa.proxy.capability.Capability.Priority;
import org.eclipse.microprofile.config.Config;

/**
 * How the node reserves capacity for more important requests.
 *
 * @param bulkPercent {@code hansa.shed.bulk-percent}: share of the limits of node and servers above
 *     which BULK is shed, if more important requests are possible
 * @param normalPercent {@code hansa.shed.normal-percent}: the same for NORMAL; CORE may use all
 * @param minPercent {@code hansa.shed.min-percent}: share of the configured limit below which the
 *     adaptive limit never falls
 * @param tolerance {@code hansa.shed.tolerance}: ratio of a reply's time to its usual time above
 *     which the limit falls
 */
public record PressureLimits(int bulkPercent, int normalPercent, int minPercent, double tolerance) {
    private static final double WHOLE = 100;

    /**
     * The share of a limit that requests of that priority may use if more important requests are
     * possible.
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
