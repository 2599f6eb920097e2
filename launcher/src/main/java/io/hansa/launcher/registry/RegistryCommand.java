package io.hansa.launcher.registry;

import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.Cells;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.output.Table;
import io.hansa.launcher.remote.ExitStatus;
import jakarta.json.JsonObject;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A revision of the registry that is held because it may be a loss. */
@Command(
        name = "registry",
        description = {
            "A revision that the database has and no node believes, because it looks like a loss:",
            "held shows it, accept takes it, reject writes what is in force back to the database."
        },
        footer = {
            "",
            "Examples:",
            "  hansa registry held",
            "  hansa registry reject --dry-run",
            "  hansa registry reject --reason 'wrong script'"
        },
        mixinStandardHelpOptions = true)
public final class RegistryCommand {
    private static final String HELD = "/api/v1/admin/registry/held";
    private static final Duration LONG = Duration.ofMinutes(10);

    @Command(
            description =
                    "Shows what is held and what would be lost. Exit status 1: something is held.",
            footer = {"", "Example:", "  hansa registry held"},
            mixinStandardHelpOptions = true)
    Integer held(@Mixin ProxyOptions proxy, @Mixin OutputOptions output)
            throws InterruptedException {
        JsonObject held = proxy.connect().get(HELD).send().required().json();
        output.print(held, RegistryCommand::text);
        return held.getBoolean("held") ? ExitStatus.NEGATIVE : ExitStatus.DONE;
    }

    @Command(
            description = "The state of the database comes into force, on every node.",
            footer = {
                "",
                "Examples:",
                "  hansa registry accept --dry-run",
                "  hansa registry accept --reason 'old servers'"
            },
            mixinStandardHelpOptions = true)
    Integer accept(
            @Mixin ProxyOptions proxy, @Mixin WriteOptions write, @Mixin OutputOptions output)
            throws InterruptedException {
        return decide("accept", proxy, write, output);
    }

    @Command(
            description = "The state in force is written back to the database.",
            footer = {
                "",
                "Examples:",
                "  hansa registry reject --dry-run",
                "  hansa registry reject --reason 'wrong script'"
            },
            mixinStandardHelpOptions = true)
    Integer reject(
            @Mixin ProxyOptions proxy, @Mixin WriteOptions write, @Mixin OutputOptions output)
            throws InterruptedException {
        return decide("reject", proxy, write, output);
    }

    private static Integer decide(
            String decision, ProxyOptions proxy, WriteOptions write, OutputOptions output)
            throws InterruptedException {
        JsonObject made =
                write.on(proxy.connect().post(HELD).segment(decision))
                        .within(LONG)
                        .send()
                        .required()
                        .json();
        output.print(
                made,
                plan ->
                        write.isDryRun()
                                ? Plan.text(plan)
                                : Plan.text(plan)
                                        + "In force as revision %s.%n"
                                                .formatted(Cells.of(plan, "revision")));
        return ExitStatus.DONE;
    }

    private static String text(JsonObject held) {
        if (!held.getBoolean("held")) {
            return "Nothing is held.%n".formatted();
        }
        Table losses = new Table("KIND", "BEFORE", "GONE", "ITEMS");
        for (JsonObject one : held.getJsonArray("losses").getValuesAs(JsonObject.class)) {
            losses.row(
                    Cells.of(one, "kind"),
                    Cells.of(one, "before"),
                    Cells.of(one, "gone"),
                    Cells.of(one, "items"));
        }
        return "%s%nHeld for %s s; revision %s stays in force. hansa registry accept or reject decides.%n%s"
                .formatted(
                        Cells.of(held, "text"),
                        Cells.of(held, "ageSeconds"),
                        Cells.of(held, "revisionInForce"),
                        held.getJsonArray("losses").isEmpty() ? "" : losses);
    }
}
