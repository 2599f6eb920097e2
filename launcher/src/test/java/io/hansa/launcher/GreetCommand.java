package io.hansa.launcher;

import picocli.CommandLine.Command;

/** What another module brings, as {@code META-INF/services} of these tests names it. */
@Command(name = "greet")
public final class GreetCommand implements HansaCommand {
    @Override
    public Integer call() {
        return 7;
    }
}
