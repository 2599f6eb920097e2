package io.hansa.launcher.registry;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.remote.Answer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A document, and what it stands for. */
final class DocumentOptions {
    @Option(
            names = {"-f", "--file"},
            required = true,
            description = "The document, YAML or (.json) JSON; - is standard input.")
    private String file;

    @Option(
            names = "--prune",
            paramLabel = "NAME=VALUE",
            description = "Removes what carries this label and is not in the document.")
    private String prune;

    @Option(names = "--allow-deletes", description = "Also more than a fifth of a kind.")
    private boolean allowDeletes;

    @Mixin private ProxyOptions proxy;

    Answer send(boolean dryRun, String reason) throws InterruptedException {
        return proxy.connect()
                .post("/api/v1/admin/apply")
                .query("dryRun", dryRun ? "true" : null)
                .query("reason", reason)
                .query("prune", prune)
                .query("allowDeletes", allowDeletes ? "true" : null)
                .body(InputFile.type(file), InputFile.read(file))
                .send();
    }
}
