package io.hansa.launcher.run;

import picocli.CommandLine.Command;

/** Groups the servers on which one empty proxy can be run. */
@Command(
        name = "run",
        description = "Runs one empty proxy in the foreground.",
        mixinStandardHelpOptions = true,
        subcommands = {MicroCommand.class, WildFlyCommand.class, PayaraCommand.class},
        subcommandsRepeatable = false)
public final class RunCommand {}
