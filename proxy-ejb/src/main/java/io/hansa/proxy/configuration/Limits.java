package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The node's limits.
 *
 * @param bodyBytes {@code hansa.limits.body-bytes}: longest business data of a request
 * @param nodeCapacity {@code hansa.node.capacity}: requests in flight at load 1.0
 * @param nodeThreshold {@code hansa.node.threshold}: load above which the node accepts no new
 *     requests
 * @param hops {@code hansa.limits.hops}: maximum number of capabilities that one request may visit
 * @param tokenSeconds {@code hansa.token.lifetime-seconds}: lifetime of an issued token
 */
public record Limits(
        int bodyBytes, int nodeCapacity, double nodeThreshold, int hops, int tokenSeconds) {
    public static Limits from(Config config) {
        Settings settings = new Settings(config);
        return new Limits(
                settings.whole("hansa.limits.body-bytes", 16 << 20, 1, 1 << 30),
                settings.whole("hansa.node.capacity", 256, 1, 1_000_000),
                settings.decimal("hansa.node.threshold", 0.9, 0.01, 10.0),
                settings.whole("hansa.limits.hops", 8, 1, 64),
                settings.whole("hansa.token.lifetime-seconds", 900, 10, 86_400));
    }
}
