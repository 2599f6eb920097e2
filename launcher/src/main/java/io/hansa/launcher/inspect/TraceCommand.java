package io.hansa.launcher.inspect;

import io.hansa.launcher.context.ListOptions;
import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.Table;
import io.hansa.launcher.remote.Ask;
import jakarta.json.JsonObject;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The latest requests of a node, and one as a tree. */
@Command(
        name = "trace",
        description = {
            "Lists the latest requests of the node; hansa trace show ID draws one.",
            "Filters: capability, account, outcome, code, server, peer, minMillis, since, until."
        },
        footer = {
            "",
            "Examples:",
            "  hansa trace --filter outcome=FAILED --filter capability=trade.settle",
            "  hansa trace show 4bf92f3577b34da6a3ce929d0e0e4736"
        },
        mixinStandardHelpOptions = true)
public final class TraceCommand implements Callable<Integer> {
    @Mixin private ListOptions list;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        Ask ask = list.on(proxy.connect().get("/api/v1/admin/traces"));
        output.print(ask.send().required().json(), TraceCommand::table);
        return 0;
    }

    @Command(
            description = "Draws one request with its steps.",
            footer = {"", "Example:", "  hansa trace show 4bf92f3577b34da6a3ce929d0e0e4736"},
            mixinStandardHelpOptions = true)
    Integer show(
            @Mixin ProxyOptions from,
            @Mixin OutputOptions form,
            @Parameters(paramLabel = "ID", description = "The Hansa-Trace-Id.") String id)
            throws InterruptedException {
        JsonObject trace =
                from.connect().get("/api/v1/admin/traces").segment(id).send().required().json();
        form.print(trace, TraceDrawing::of);
        return 0;
    }

    private static Table table(JsonObject page) {
        Table table =
                new Table("STARTED", "MILLIS", "STATUS", "CODE", "CAPABILITY", "CALLER", "TRACE");
        for (JsonObject one : page.getJsonArray("traces").getValuesAs(JsonObject.class)) {
            table.row(
                    Cells.of(one, "startedAt"),
                    TraceDrawing.millis(one),
                    Cells.of(one, "status"),
                    Cells.of(one, "code"),
                    Cells.of(one, "capability"),
                    Cells.of(one, "caller"),
                    Cells.of(one, "traceId"));
        }
        return table;
    }
}
