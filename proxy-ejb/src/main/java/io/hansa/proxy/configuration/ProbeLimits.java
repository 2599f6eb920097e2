package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * How much a node does to probe business servers.
 *
 * @param maxAtOnce {@code hansa.probe.max-at-once}: probes in flight, each with a thread; others
 *     wait
 */
public record ProbeLimits(int maxAtOnce) {
    public static ProbeLimits from(Config config) {
        return new ProbeLimits(new Settings(config).whole("hansa.probe.max-at-once", 16, 1, 1000));
    }
}
