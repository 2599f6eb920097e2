package io.hansa.launcher.inspect;

import io.hansa.launcher.context.ListOptions;
import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.Table;
import io.hansa.launcher.remote.Ask;
import io.hansa.launcher.remote.ExitStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The audit record. */
@Command(
        name = "audit",
        description = {
            "Lists who changed what; verify checks the record, export writes all of it.",
            "Filters: account, kind, key, action, since, until."
        },
        footer = {
            "",
            "Examples:",
            "  hansa audit --filter account=alice --filter kind=permission",
            "  hansa audit verify",
            "  hansa audit export --format csv > audit.csv"
        },
        mixinStandardHelpOptions = true)
public final class AuditCommand implements Callable<Integer> {
    private static final Duration LONG = Duration.ofMinutes(10);

    @Mixin private ListOptions list;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        Ask ask = list.on(proxy.connect().get("/api/v1/admin/audit"));
        output.print(ask.send().required().json(), AuditCommand::table);
        return 0;
    }

    @Command(
            description = "Checks the hash chain. Exit status 1: it is broken.",
            footer = {"", "Example:", "  hansa audit verify"},
            mixinStandardHelpOptions = true)
    Integer verify(@Mixin ProxyOptions from, @Mixin OutputOptions form)
            throws InterruptedException {
        JsonObject told =
                from.connect()
                        .get("/api/v1/admin/audit/verify")
                        .within(LONG)
                        .send()
                        .required()
                        .json();
        form.print(told, OutputOptions::lines);
        return told.getBoolean("whole", false) ? ExitStatus.DONE : ExitStatus.NEGATIVE;
    }

    @Command(
            description = "Writes all records to standard output.",
            footer = {"", "Example:", "  hansa audit export --format csv > audit.csv"},
            mixinStandardHelpOptions = true)
    Integer export(
            @Mixin ProxyOptions from,
            @Option(names = "--format", defaultValue = "jsonl", description = "jsonl or csv.")
                    String format)
            throws InterruptedException {
        byte[] records =
                from.connect()
                        .get("/api/v1/admin/audit/export")
                        .query("format", format)
                        .within(LONG)
                        .send()
                        .required()
                        .body();
        System.out.write(records, 0, records.length);
        System.out.flush();
        return ExitStatus.DONE;
    }

    private static Table table(JsonObject page) {
        Table table = new Table("WHEN", "WHO", "ACTION", "KIND", "KEY", "OUTCOME", "REASON");
        for (JsonObject one : page.getJsonArray("audit").getValuesAs(JsonObject.class)) {
            table.row(
                    Cells.of(one, "when"),
                    Cells.of(one, "who"),
                    Cells.of(one, "action"),
                    Cells.of(one, "kind"),
                    Cells.of(one, "key"),
                    Cells.of(one, "outcome"),
                    Cells.of(one, "reason"));
        }
        return table;
    }
}
