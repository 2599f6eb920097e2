package io.hansa.launcher.registry;

import io.hansa.launcher.remote.Ask;
import picocli.CommandLine.Option;

/** Options of all commands that change a registry. */
final class WriteOptions {
    @Option(names = "--dry-run", description = "Shows what would change, and changes nothing.")
    private boolean dryRun;

    @Option(names = "--reason", description = "Stands in the audit record.")
    private String reason;

    boolean isDryRun() {
        return dryRun;
    }

    String reason() {
        return reason;
    }

    Ask on(Ask ask) {
        return ask.query("dryRun", dryRun ? "true" : null).query("reason", reason);
    }
}
