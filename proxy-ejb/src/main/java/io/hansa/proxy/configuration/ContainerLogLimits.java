package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * Bounds the container's log lines about callers' connections.
 *
 * @param linesPerSecond warnings and errors per second, for all callers together
 */
public record ContainerLogLimits(int linesPerSecond) {
    public static ContainerLogLimits from(Config config) {
        return new ContainerLogLimits(
                new Settings(config)
                        .whole("hansa.log.max-container-lines-per-second", 10, 1, 1_000));
    }
}
