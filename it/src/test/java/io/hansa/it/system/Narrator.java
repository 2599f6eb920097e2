package io.hansa.it.system;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says which behaviour was looked at, and how long that took. */
public final class Narrator
        implements BeforeAllCallback, BeforeTestExecutionCallback, AfterTestExecutionCallback {
    private static final ExtensionContext.Namespace HERE =
            ExtensionContext.Namespace.create(Narrator.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        Progress.say("%s", context.getRequiredTestClass().getSimpleName());
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        context.getStore(HERE).put("began", System.nanoTime());
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        long began = context.getStore(HERE).get("began", Long.class);
        Progress.say(
                "  %s: %s (%d ms)",
                context.getExecutionException().isPresent() ? "FAILED" : "holds",
                context.getRequiredTestMethod().getName()
                        + (context.getDisplayName().startsWith("[")
                                ? " " + context.getDisplayName()
                                : ""),
                (System.nanoTime() - began) / 1_000_000);
    }
}
