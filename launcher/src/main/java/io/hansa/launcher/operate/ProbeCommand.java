package io.hansa.launcher.operate;

import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Asks a server now whether it is well, as its probe says. */
@Command(
        name = "probe",
        description = "Asks a server now whether it is well, as its probe says.",
        footer = {"", "Example:", "  hansa operate probe pricing-1"},
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    @Mixin private ServerQuestion server;

    @Override
    public Integer call() throws InterruptedException {
        return server.ask("probe", JsonValue.EMPTY_JSON_OBJECT);
    }
}
