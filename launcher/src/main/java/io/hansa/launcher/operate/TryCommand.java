package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.YamlText;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends bytes to a server and shows what is sent and received. */
@Command(
        name = "try",
        description = "Sends bytes to a server and shows what is sent and received.",
        footer = {"", "Example:", "  hansa operate try pricing-1 --text 'PING'"},
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    @Parameters(paramLabel = "SERVER", description = "The server's id.")
    private String server;

    @Option(names = "--text", description = "What is sent, as text.")
    private String text;

    @Option(names = "--hex", description = "What is sent, in hex digits.")
    private String hex;

    @Mixin private ProxyOptions proxy;

    @Mixin private OutputOptions output;

    @java.lang.Override
    public Integer call() throws InterruptedException {
        JsonObject told =
                proxy.connect()
                        .post("/api/v1/admin/servers")
                        .segment(server)
                        .segment("try")
                        .body(
                                hex == null
                                        ? body("bodyText", text == null ? "" : text)
                                        : body("bodyHex", hex))
                        .send()
                        .required()
                        .json();
        output.print(told, YamlText::print);
        return 0;
    }

    private static JsonObject body(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
