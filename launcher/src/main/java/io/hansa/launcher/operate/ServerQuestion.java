package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.YamlText;
import jakarta.json.JsonObject;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A business server that the proxy asks something now, and what came of it. */
final class ServerQuestion {
    @Parameters(paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    /**
     * @param action the last segment of the path: {@code probe} or {@code try}
     */
    int ask(String action, JsonObject body) throws InterruptedException {
        JsonObject told =
                proxy.connect()
                        .post("/api/v1/admin/servers")
                        .segment(server)
                        .segment(action)
                        .body(body)
                        .send()
                        .required()
                        .json();
        output.print(told, YamlText::print);
        return 0;
    }
}
