package io.hansa.launcher.operate;

import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Gives a server a share of its weight, 0 to 1. */
@Command(
        name = "weight",
        description = "Gives a server a share of its weight, 0 to 1.",
        footer = {
            "",
            "Example:",
            "  hansa operate weight pricing-1 0.2 --for 1h --reason 'is warming up'"
        },
        mixinStandardHelpOptions = true)
final class WeightCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Parameters(index = "1", paramLabel = "SHARE", description = "From 0 to 1.")
    private BigDecimal share;

    @Mixin private OverrideOptions override;

    @Override
    public Integer call() throws InterruptedException {
        return override.put(
                "/api/v1/admin/servers",
                server,
                "override",
                Json.createObjectBuilder().add("weight", share));
    }
}
