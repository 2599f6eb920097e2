package io.hansa.launcher.operate;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.Ask;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of all that is set for a time. */
final class OverrideOptions {
    @Option(names = "--until", paramLabel = "TIME", description = "Such as 2026-01-31T08:00:00Z.")
    private Instant until;

    @Option(
            names = "--for",
            paramLabel = "LENGTH",
            converter = Length.class,
            description = "Instead of --until, such as 30s, 15m, 2h or 1d.")
    private Duration length;

    @Option(names = "--reason", required = true, description = "Why; others read it.")
    private String reason;

    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    /** Sets what the object says, with reason and end. */
    int put(String path, String target, String below, JsonObjectBuilder body)
            throws InterruptedException {
        body.add("reason", reason);
        Instant end =
                length == null ? until : Instant.now().plus(length).truncatedTo(ChronoUnit.SECONDS);
        if (end != null) {
            body.add("until", end.toString());
        }
        Ask ask = proxy.connect().put(path).segment(target);
        if (below != null) {
            ask.segment(below);
        }
        JsonObject set = ask.body(body.build()).send().required().json();
        output.print(set, OutputOptions::lines);
        return 0;
    }

    static JsonObjectBuilder state(String state) {
        return Json.createObjectBuilder().add("state", state);
    }
}
