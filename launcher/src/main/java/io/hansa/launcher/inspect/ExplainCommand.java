package io.hansa.launcher.inspect;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.Table;
import io.hansa.launcher.remote.ExitStatus;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Whether a subject may use a capability, and why. */
@Command(
        name = "explain",
        description = {
            "Says whether a subject may use a capability, and which permissions decide it.",
            "With --route also to which server or peer the request would go. Exit status 1: it may not."
        },
        footer = {
            "",
            "Examples:",
            "  hansa explain account:shop trade.settle",
            "  hansa explain peer:shop-b price.quote --route"
        },
        mixinStandardHelpOptions = true)
public final class ExplainCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "SUBJECT",
            description = "account:NAME, group:NAME, peer:ID or peer:ID/ACCOUNT.")
    private String subject;

    @Parameters(index = "1", paramLabel = "CAPABILITY", description = "What it asks for.")
    private String capability;

    @Option(names = "--server", description = "The server that is meant.")
    private String server;

    @Option(names = "--peer", description = "The peer over which it asks.")
    private String peer;

    @Option(names = "--at", paramLabel = "TIME", description = "Such as 2026-01-31T08:00:00Z.")
    private String at;

    @Option(names = "--route", description = "Also where the request would go now.")
    private boolean route;

    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        String path = route ? "/api/v1/admin/explain/route" : "/api/v1/admin/permissions/explain";
        JsonObject told =
                proxy.connect()
                        .get(path)
                        .query("subject", subject)
                        .query("capability", capability)
                        .query("server", server)
                        .query("peer", peer)
                        .query("at", at)
                        .send()
                        .required()
                        .json();
        output.print(told, this::text);
        return told.getBoolean("allowed", false) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    private String text(JsonObject told) {
        StringBuilder text = new StringBuilder();
        text.append(told.getBoolean("allowed", false) ? "Yes. " : "No. ")
                .append(Cells.of(told, "reason"))
                .append(System.lineSeparator());
        if (told.containsKey("grants") && !told.getJsonArray("grants").isEmpty()) {
            Table grants = new Table("PERMISSION", "SUBJECT", "CAPABILITY", "EFFECT", "SERVER");
            for (JsonObject one : told.getJsonArray("grants").getValuesAs(JsonObject.class)) {
                grants.row(
                        Cells.of(one, "id"),
                        Cells.of(one, "subject"),
                        Cells.of(one, "capability"),
                        Cells.of(one, "effect"),
                        Cells.of(one, "server"));
            }
            text.append(grants);
        }
        if (route && told.containsKey("candidates")) {
            Table candidates = new Table("CANDIDATE", "TAKEN", "WHY");
            for (JsonObject one : told.getJsonArray("candidates").getValuesAs(JsonObject.class)) {
                candidates.row(
                        Cells.of(one, "target"), Cells.of(one, "taken"), Cells.of(one, "why"));
            }
            text.append(candidates);
        }
        return text.toString();
    }
}
