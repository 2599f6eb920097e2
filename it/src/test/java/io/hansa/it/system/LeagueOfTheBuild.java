package io.hansa.it.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Keeps the one league in the root store, which closes it when all tests have ended. */
final class LeagueOfTheBuild implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(LeagueOfTheBuild.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        league(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LeagueSystem.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return league(context);
    }

    static LeagueSystem league(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(LeagueSystem.class, type -> start(), LeagueSystem.class);
    }

    private static LeagueSystem start() {
        try {
            return LeagueSystem.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
