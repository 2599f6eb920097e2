package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How much the container may log about what callers do to their connections.
 *
 * @param linesPerSecond warnings and errors in a second, of all callers together
 */
public record ContainerLogLimits(int linesPerSecond) {
    public static ContainerLogLimits from(Config config) {
        return new ContainerLogLimits(
                new Settings(config)
                        .whole("hansa.log.max-container-lines-per-second", 10, 1, 1_000));
    }
}
