package io.hansa.launcher.registry;

import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes the registry as a document says. */
@Command(
        name = "apply",
        description = "Applies a document to the registry: all of it in one revision, or nothing.",
        footer = {
            "",
            "Examples:",
            "  hansa apply -f registry.yaml --reason 'change 4711'",
            "  hansa apply -f team.yaml --prune team=trade --dry-run"
        },
        mixinStandardHelpOptions = true)
public final class ApplyCommand implements Callable<Integer> {
    @Mixin private DocumentOptions document;
    @Mixin private WriteOptions write;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        JsonObject made = document.send(write.isDryRun(), write.reason()).required().json();
        output.print(made, plan -> write.isDryRun() ? Plan.text(plan) : applied(plan));
        return 0;
    }

    private static String applied(JsonObject made) {
        String text = Plan.text(made);
        return Plan.isEmpty(made)
                ? text
                : text + "Applied as revision %s.%n".formatted(Cells.of(made, "revision"));
    }
}
