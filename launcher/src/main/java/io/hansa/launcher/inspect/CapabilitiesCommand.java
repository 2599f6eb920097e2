package io.hansa.launcher.inspect;

import io.hansa.launcher.completion.Names;
import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.Table;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What can be asked of a proxy now. */
@Command(
        name = "capabilities",
        description = "Shows what can be asked of the proxy now, and who has it.",
        footer = {"", "Example:", "  hansa capabilities -o json"},
        mixinStandardHelpOptions = true)
public final class CapabilitiesCommand implements Callable<Integer> {
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        JsonObject told = proxy.connect().get("/api/v1/capabilities").send().required().json();
        output.print(told, CapabilitiesCommand::table);
        Names.keep(proxy.place(), "capabilities", all(told).stream().map(c -> c.getString("name")));
        return 0;
    }

    private static Table table(JsonObject told) {
        Table table = new Table("CAPABILITY", "VIA", "AVAILABLE", "PRIORITY", "REPLAY");
        for (JsonObject one : all(told)) {
            table.row(
                    Cells.of(one, "name"),
                    Cells.of(one, "via"),
                    Cells.of(one, "available"),
                    Cells.of(one, "priority"),
                    Cells.of(one, "replay"));
        }
        return table;
    }

    private static List<JsonObject> all(JsonObject told) {
        return told.getJsonArray("capabilities").getValuesAs(JsonObject.class);
    }
}
