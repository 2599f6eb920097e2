package io.hansa.launcher.operate;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sends bytes to a server and shows what is sent and received. */
@Command(
        name = "try",
        description = "Sends bytes to a server and shows what is sent and received.",
        footer = {"", "Example:", "  hansa operate try pricing-1 --text 'PING'"},
        mixinStandardHelpOptions = true)
final class TryCommand implements Callable<Integer> {
    @Mixin private ServerQuestion server;

    @Option(names = "--text", description = "What is sent, as text.")
    private String text;

    @Option(names = "--hex", description = "What is sent, in hex digits.")
    private String hex;

    @Override
    public Integer call() throws InterruptedException {
        return server.ask(
                "try",
                hex == null ? body("bodyText", text == null ? "" : text) : body("bodyHex", hex));
    }

    private static JsonObject body(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }
}
