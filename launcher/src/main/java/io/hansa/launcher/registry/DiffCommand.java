package io.hansa.launcher.registry;

import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.ExitStatus;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a document would change. */
@Command(
        name = "diff",
        description = "Shows what a document would change. Exit status 1: something, 0: nothing.",
        footer = {"", "Example:", "  hansa diff -f registry.yaml --prune team=trade"},
        mixinStandardHelpOptions = true)
public final class DiffCommand implements Callable<Integer> {
    @Mixin private DocumentOptions document;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        JsonObject plan = document.send(true, null).required().json();
        output.print(plan, Plan::text);
        return Plan.isEmpty(plan) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }
}
