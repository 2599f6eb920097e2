package io.hansa.launcher.operate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Gives a server, or a node of the proxy, no new work. */
@Command(
        name = "drain",
        description = "Gives a server, or a node of the proxy, no new work.",
        footer = {"", "Example:", "  hansa operate drain --node node-2 --reason 'restart'"},
        mixinStandardHelpOptions = true)
final class DrainCommand implements Callable<Integer> {
    @Mixin private OperatedTarget target;

    @Mixin private OverrideOptions override;

    @Override
    public Integer call() throws InterruptedException {
        return override.put(
                target.path(), target.id(), "override", OverrideOptions.state("DRAINING"));
    }
}
