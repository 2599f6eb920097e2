package io.hansa.it.system;

import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Finds the proxy that is to be loaded; one that it started is kept in the root store, which closes
 * it in the end.
 */
final class LoadedProxy implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(LoadedProxy.class);
    private static final String SERVER = System.getProperty("hansa.it.server", "");

    @Override
    public void beforeAll(ExtensionContext context) {
        proxy(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ProxySystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return proxy(context);
    }

    private static ProxySystem proxy(ExtensionContext context) {
        return SERVER.isEmpty()
                ? LeagueOfTheBuild.league(context).shopA()
                : context.getRoot()
                        .getStore(HERE)
                        .getOrComputeIfAbsent(
                                RunningServer.class, type -> start(), RunningServer.class)
                        .proxy();
    }

    private static RunningServer start() {
        try {
            RunningServer server = RunningServer.start(SERVER, "loaded", Map.of());
            server.proxy()
                    .administration()
                    .put(
                            "/accounts/shop",
                            Json.createObjectBuilder()
                                    .add("password", "shop-demo")
                                    .add("roles", Json.createArrayBuilder().add("CALLER"))
                                    .build())
                    .status(201);
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
