package io.hansa.proxy.pipeline;

import io.hansa.connector.ServerConnectionFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Finds the connector, once: under {@code hansa.connector.jndi-name}, or without it where the EAR's
 * descriptor or the boot commands of a node on Payara Micro put it.
 */
final class ConnectorLookup implements Supplier<ServerConnectionFactory> {
    private static final List<String> NAMES = List.of("eis/hansa", "java:app/eis/hansa");

    private volatile ServerConnectionFactory found;

    @Override
    public ServerConnectionFactory get() {
        ServerConnectionFactory factory = found;
        if (factory == null) {
            factory = lookUp();
            found = factory;
        }
        return factory;
    }

    private static ServerConnectionFactory lookUp() {
        Optional<String> configured =
                ConfigProvider.getConfig()
                        .getOptionalValue("hansa.connector.jndi-name", String.class);
        List<String> names = configured.map(List::of).orElse(NAMES);
        NamingException absent = null;
        for (String name : names) {
            try {
                return InitialContext.doLookup(name);
            } catch (NamingException notThere) {
                absent = notThere;
            }
        }
        throw new IllegalStateException(
                "There is no connector under the name "
                        + String.join(" or ", names)
                        + "; deploy the resource adapter and create its connection factory, or"
                        + " set hansa.connector.jndi-name.",
                absent);
    }
}
