package io.hansa.proxy.configuration;

import java.time.Duration;
import org.eclipse.microprofile.config.Config;

/**
 * How long a node takes to stop.
 *
 * @param delay {@code hansa.drain.delay}, in seconds: how long the node still serves after it said
 *     that it is not ready, as long as load balancers and peers need to learn of it
 * @param timeout {@code hansa.drain.timeout}, in seconds: how long requests in flight are then
 *     waited for
 */
public record DrainTimes(Duration delay, Duration timeout) {
    private static final double MILLIS = 1000;
    private static final double HOUR = 3600;

    public static DrainTimes from(Config config) {
        Settings settings = new Settings(config);
        return new DrainTimes(
                seconds(settings.decimal("hansa.drain.delay", 5, 0, HOUR)),
                seconds(settings.decimal("hansa.drain.timeout", 20, 0, HOUR)));
    }

    private static Duration seconds(double given) {
        return Duration.ofMillis(Math.round(given * MILLIS));
    }
}
