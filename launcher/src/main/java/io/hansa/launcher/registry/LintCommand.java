package io.hansa.launcher.registry;

import io.hansa.launcher.output.Cells;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.remote.ExitStatus;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Whether a document could be applied. */
@Command(
        name = "lint",
        description = "Checks a document with the proxy's schemas and rules; changes nothing.",
        footer = {
            "",
            "Exit status 1: it has faults, 0: none.",
            "",
            "Example:",
            "  hansa lint -f registry.yaml"
        },
        mixinStandardHelpOptions = true)
public final class LintCommand implements Callable<Integer> {
    @Mixin private DocumentOptions document;

    @Override
    public Integer call() throws InterruptedException {
        Answer answer = document.send(true, null);
        if (answer.status() == 400 || answer.status() == 409) {
            System.out.println(answer.failure().getMessage());
            return ExitStatus.NEGATIVE;
        }
        List<JsonObject> consequences =
                answer.required().json().getJsonArray("consequences").getValuesAs(JsonObject.class);
        consequences.stream()
                .filter(one -> Cells.of(one, "severity").equals("WARNING"))
                .forEach(one -> System.out.println("WARNING: " + Cells.of(one, "text")));
        System.out.println("The document can be applied.");
        return ExitStatus.DONE;
    }
}
