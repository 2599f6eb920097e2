package io.hansa.launcher;

import io.hansa.launcher.run.RunCommand;
import io.hansa.launcher.workspace.LaunchException;
import java.util.ServiceLoader;
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
        subcommands = {RunCommand.class, HelpCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Main());
        ServiceLoader.load(HansaCommand.class).forEach(commands::addSubcommand);
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
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
