package io.hansa.it.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts proxy and browser once for all classes; the root store closes them in the end. */
final class StartedConsole implements BeforeAllCallback, ParameterResolver {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(StartedConsole.class);
    private static final String NO_BROWSER =
            "There is no Chromium: install Debian's package chromium, or name one in"
                    + " HANSA_CHROMIUM. The tests of the console are skipped.";

    @Override
    public void beforeAll(ExtensionContext context) {
        Optional<Path> browser = Chromium.installed();
        if (browser.isEmpty()) {
            System.out.println(NO_BROWSER);
        }
        assumeTrue(browser.isPresent(), NO_BROWSER);
        site(context, browser.get());
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == ConsoleSite.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return site(context, Chromium.installed().orElseThrow());
    }

    private static ConsoleSite site(ExtensionContext context, Path browser) {
        return context.getRoot()
                .getStore(HERE)
                .getOrComputeIfAbsent(
                        ConsoleSite.class, type -> started(browser), ConsoleSite.class);
    }

    private static ConsoleSite started(Path browser) {
        try {
            return ConsoleSite.start(browser);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
