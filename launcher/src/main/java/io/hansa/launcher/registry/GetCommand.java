package io.hansa.launcher.registry;

import io.hansa.launcher.completion.Names;
import io.hansa.launcher.context.ListOptions;
import io.hansa.launcher.context.ProxyOptions;
import io.hansa.launcher.output.OutputOptions;
import io.hansa.launcher.remote.Ask;
import io.hansa.launcher.remote.Connection;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads one item, or a page of a list. */
@Command(
        name = "get",
        description = "Shows the items of a kind, or one of them.",
        footer = {
            "",
            "Examples:",
            "  hansa get accounts --filter group=retail",
            "  hansa get servers -q pricing -o json",
            "  hansa get capability trade.settle -o yaml"
        },
        mixinStandardHelpOptions = true)
public final class GetCommand implements Callable<Integer> {
    private static final int LARGEST_PAGE = 1000;

    @Parameters(
            index = "0",
            paramLabel = "KIND",
            converter = KindConverter.class,
            completionCandidates = KindConverter.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "Its name or id.")
    private String key;

    @Option(names = "--sort", description = "name, or -changedAt for the newest first.")
    private String sort;

    @Option(names = "--all", description = "All pages.")
    private boolean all;

    @Mixin private ListOptions list;
    @Mixin private ProxyOptions proxy;
    @Mixin private OutputOptions output;

    @Override
    public Integer call() throws InterruptedException {
        Connection connection = proxy.connect();
        if (key != null) {
            JsonObject item = connection.get(kind.path()).segment(key).send().required().json();
            output.print(item, one -> kind.table(List.of(one)));
            return 0;
        }
        JsonObject page = page(connection, null);
        var items = Json.createArrayBuilder(page.getJsonArray(kind.plural()));
        String next = page.getString("next", null);
        while (all && next != null) {
            JsonObject more = page(connection, next);
            more.getJsonArray(kind.plural()).forEach(items::add);
            next = more.getString("next", null);
        }
        print(Json.createObjectBuilder(page).add(kind.plural(), items).build(), next);
        return 0;
    }

    private JsonObject page(Connection connection, String after) throws InterruptedException {
        Ask ask = connection.get(kind.path()).query("sort", sort).query("after", after);
        return list.on(ask, all ? LARGEST_PAGE : null).send().required().json();
    }

    private void print(JsonObject found, String next) {
        List<JsonObject> items = found.getJsonArray(kind.plural()).getValuesAs(JsonObject.class);
        output.print(found, page -> kind.table(items));
        Names.keep(proxy.place(), kind.plural(), items.stream().map(i -> i.getString(kind.key())));
        if (next != null && output.isTable()) {
            System.err.printf(
                    "%d of %s; --all shows all, -q and --filter find some.%n",
                    items.size(), found.get("total"));
        }
    }
}
