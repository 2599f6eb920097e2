package io.hansa.proxy.configuration;

import org.eclipse.microprofile.config.Config;

/**
 * The identity of this proxy and node.
 *
 * @param id {@code hansa.proxy.id}
 * @param region {@code hansa.proxy.region}
 * @param organization {@code hansa.proxy.organization}
 * @param node {@code hansa.node.id}; the proxy's id if there is only one node
 * @param iiop {@code hansa.iiop.advertised}: {@code host:port} of the remote view for peers; null
 *     if peers may not use it
 */
public record ProxyIdentity(
        String id, String region, String organization, String node, String iiop) {
    public static ProxyIdentity from(Config config) {
        Settings settings = new Settings(config);
        String id = settings.name("hansa.proxy.id", "hansa");
        return new ProxyIdentity(
                id,
                settings.name("hansa.proxy.region", "local"),
                settings.name("hansa.proxy.organization", "local"),
                settings.name("hansa.node.id", id),
                settings.address("hansa.iiop.advertised").orElse(null));
    }
}
