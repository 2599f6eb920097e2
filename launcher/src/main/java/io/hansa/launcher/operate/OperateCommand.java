package io.hansa.launcher.operate;

import picocli.CommandLine.Command;

/** Groups what operators do. */
@Command(
        name = "operate",
        description = "What operators set for a time, and what they try.",
        footer = {
            "",
            "Examples:",
            "  hansa operate quarantine pricing-1 --for 30m --reason 'disk is replaced'",
            "  hansa operate drain --node node-2 --reason 'restart'",
            "  hansa operate release pricing-1"
        },
        mixinStandardHelpOptions = true,
        subcommands = {
            QuarantineCommand.class,
            DrainCommand.class,
            WeightCommand.class,
            ReleaseCommand.class,
            BreakerCommand.class,
            ProbeCommand.class,
            TryCommand.class
        })
public final class OperateCommand {}
