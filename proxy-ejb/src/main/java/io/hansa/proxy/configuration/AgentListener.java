package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * Where load balancers ask a node for its weight.
 *
 * @param address {@code hansa.agent.address}: of this machine
 * @param port {@code hansa.agent.port}; 0: nowhere
 */
public record AgentListener(String address, int port) {
    public static AgentListener from(Config config) {
        Settings settings = new Settings(config);
        return new AgentListener(
                settings.text("hansa.agent.address").orElse("127.0.0.1"),
                settings.whole("hansa.agent.port", 0, 0, 65_535));
    }
}
