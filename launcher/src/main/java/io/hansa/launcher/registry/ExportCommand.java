package io.hansa.launcher.registry;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.Answer;
import io.hansa.launcher.workspace.LaunchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The registry as a document. */
@Command(
        name = "export",
        description = "Writes the registry as a YAML document, without secrets; -o json for JSON.",
        footer = {
            "",
            "Examples:",
            "  hansa export -f registry.yaml",
            "  hansa export --kind servers,capabilities --label team=trade"
        },
        mixinStandardHelpOptions = true)
public final class ExportCommand implements Callable<Integer> {
    @Option(names = "--kind", description = "Only these kinds, with commas between them.")
    private String kinds;

    @Option(names = "--label", paramLabel = "NAME=VALUE", description = "Only with this label.")
    private String label;

    @Option(
            names = {"-f", "--file"},
            description = "Where to write; else standard output.")
    private Path file;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORM",
            defaultValue = "YAML",
            description = "yaml or json; by default yaml.")
    private OutputOptions.Form form;

    @Mixin private ProxyOptions proxy;

    @Override
    public Integer call() throws InterruptedException {
        boolean json = form == OutputOptions.Form.JSON;
        Answer answer =
                proxy.connect()
                        .get("/api/v1/admin/export")
                        .query("kind", kinds)
                        .query("label", label)
                        .header("Accept", json ? "application/json" : "application/yaml")
                        .send()
                        .required();
        if (file == null) {
            System.out.print(answer.text());
            return 0;
        }
        try {
            Files.write(file, answer.body());
        } catch (IOException full) {
            throw new LaunchException("%s could not be written.".formatted(file), full);
        }
        return 0;
    }
}
