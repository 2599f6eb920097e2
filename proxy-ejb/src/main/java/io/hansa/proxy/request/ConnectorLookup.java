package io.hansa.proxy.request;

import io.hansa.connector.ServerConnectionFactory;
import java.util.function.Supplier;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.ConfigProvider;

/** Finds the connector under {@code hansa.connector.jndi-name}, once. */
final class ConnectorLookup implements Supplier<ServerConnectionFactory> {
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
        String name =
                ConfigProvider.getConfig()
                        .getOptionalValue("hansa.connector.jndi-name", String.class)
                        .orElse("eis/hansa");
        try {
            return InitialContext.doLookup(name);
        } catch (NamingException absent) {
            throw new IllegalStateException(
                    "There is no connector under the name "
                            + name
                            + "; deploy the resource adapter and create its connection factory, or"
                            + " set hansa.connector.jndi-name.",
                    absent);
        }
    }
}
