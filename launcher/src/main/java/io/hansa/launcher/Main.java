package io.hansa.launcher;

import io.hansa.launcher.completion.CompletionCommand;
import io.hansa.launcher.context.ContextCommand;
import io.hansa.launcher.context.LoginCommand;
import io.hansa.launcher.context.PasswordCommand;
import io.hansa.launcher.inspect.AuditCommand;
import io.hansa.launcher.inspect.CallCommand;
import io.hansa.launcher.inspect.CapabilitiesCommand;
import io.hansa.launcher.inspect.DoctorCommand;
import io.hansa.launcher.inspect.ExplainCommand;
import io.hansa.launcher.inspect.TraceCommand;
import io.hansa.launcher.operate.OperateCommand;
import io.hansa.launcher.registry.ApplyCommand;
import io.hansa.launcher.registry.DeleteCommand;
import io.hansa.launcher.registry.DiffCommand;
import io.hansa.launcher.registry.EditCommand;
import io.hansa.launcher.registry.ExportCommand;
import io.hansa.launcher.registry.GetCommand;
import io.hansa.launcher.registry.LintCommand;
import io.hansa.launcher.registry.PutCommand;
import io.hansa.launcher.registry.RegistryCommand;
import io.hansa.launcher.run.RunCommand;
import io.hansa.launcher.workspace.LaunchException;
import java.util.List;
import java.util.ServiceLoader;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/**
 * The command line of {@code ./hansa}. Exit status: that of {@link
 * io.hansa.launcher.remote.ExitStatus}; of what could not be done, one sentence on standard error
 * says what to do about it.
 */
@Command(
        name = "hansa",
        description = "A league of business proxies in front of legacy business servers.",
        mixinStandardHelpOptions = true,
        version = "Hansa 1.0.0-SNAPSHOT")
public final class Main {
    private static final List<Class<?>> COMMANDS =
            List.of(
                    RunCommand.class,
                    LoginCommand.class,
                    PasswordCommand.class,
                    ContextCommand.class,
                    CallCommand.class,
                    CapabilitiesCommand.class,
                    GetCommand.class,
                    PutCommand.class,
                    EditCommand.class,
                    DeleteCommand.class,
                    ExplainCommand.class,
                    ExportCommand.class,
                    DiffCommand.class,
                    ApplyCommand.class,
                    LintCommand.class,
                    RegistryCommand.class,
                    TraceCommand.class,
                    AuditCommand.class,
                    OperateCommand.class,
                    DoctorCommand.class,
                    CompletionCommand.class,
                    HelpCommand.class);

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commands = arguments.length == 0 ? commandLine() : commandLineFor(arguments[0]);
        System.exit(commands.execute(arguments));
    }

    /** With all commands. */
    static CommandLine commandLine() {
        CommandLine commands = new CommandLine(new Main());
        COMMANDS.forEach(commands::addSubcommand);
        ServiceLoader.load(HansaCommand.class).forEach(commands::addSubcommand);
        return configured(commands);
    }

    /**
     * With the named command alone, if it is one of this module's: picocli reads each command's
     * class by reflection, which takes most of the start when it reads all.
     */
    private static CommandLine commandLineFor(String name) {
        for (Class<?> command : COMMANDS) {
            boolean named = command.getAnnotation(Command.class).name().equals(name);
            if (named && command != HelpCommand.class && command != CompletionCommand.class) {
                return configured(new CommandLine(new Main()).addSubcommand(command));
            }
        }
        return commandLine();
    }

    private static CommandLine configured(CommandLine commands) {
        return commands.setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure));
    }

    private static int explain(Exception failure) {
        if (failure instanceof LaunchException told) {
            System.err.println(told.getMessage());
            return told.status();
        }
        System.err.println("The launcher failed; please report this with what you did:");
        failure.printStackTrace();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
