package io.hansa.demo.launcher;

import io.hansa.demo.launcher.bench.BenchCommand;
import io.hansa.demo.launcher.demo.DemoCommand;
import io.hansa.demo.launcher.run.RunCommand;
import io.hansa.demo.launcher.status.StatusCommand;
import io.hansa.demo.launcher.workspace.LaunchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line of {@code ./hansa}. Exit status: 0 for done, 1 for what could not be done (one
 * sentence on standard error says what to do about it), 2 for a wrong command line.
 */
@Command(
        name = "hansa",
        description = "A league of business proxies in front of legacy business servers.",
        mixinStandardHelpOptions = true,
        version = "Hansa 1.0.0-SNAPSHOT",
        subcommands = {
            DemoCommand.class,
            StatusCommand.class,
            RunCommand.class,
            BenchCommand.class,
            HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure));
    }

    private static int explain(Exception failure) {
        if (failure instanceof LaunchException) {
            System.err.println(failure.getMessage());
        } else {
            System.err.println("The launcher failed; please report this with what you did:");
            failure.printStackTrace();
        }
        return CommandLine.ExitCode.SOFTWARE;
    }
}
