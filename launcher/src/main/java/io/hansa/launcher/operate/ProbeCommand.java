package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.YamlText;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Asks a server now whether it is well, as its probe says. */
@Command(
        name = "probe",
        description = "Asks a server now whether it is well, as its probe says.",
        footer = {"", "Example:", "  hansa operate probe pricing-1"},
        mixinStandardHelpOptions = true)
final class ProbeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Mixin private ProxyOptions proxy;

    @Mixin private OutputOptions output;

    @java.lang.Override
    public Integer call() throws InterruptedException {
        JsonObject told =
                proxy.connect()
                        .post("/api/v1/admin/servers")
                        .segment(server)
                        .segment("probe")
                        .body(JsonValue.EMPTY_JSON_OBJECT)
                        .send()
                        .required()
                        .json();
        output.print(told, YamlText::print);
        return 0;
    }
}
