package io.hansa.launcher.operate;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a business server out of use. */
@Command(
        name = "quarantine",
        description = "Takes a business server out of use.",
        footer = {
            "",
            "Example:",
            "  hansa operate quarantine pricing-1 --for 30m --reason 'disk is replaced'"
        },
        mixinStandardHelpOptions = true)
final class QuarantineCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Mixin private OverrideOptions override;

    @Override
    public Integer call() throws InterruptedException {
        return override.put(
                "/api/v1/admin/servers", server, "override", OverrideOptions.state("QUARANTINED"));
    }
}
