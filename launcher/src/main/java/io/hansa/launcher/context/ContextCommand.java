package io.hansa.launcher.context;

import io.hansa.launcher.output.Table;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Lists, chooses and forgets contexts. */
@Command(
        name = "context",
        description = "Shows the contexts that hansa login has made, and chooses one.",
        footer = {"", "Examples:", "  hansa context", "  hansa context use test"},
        mixinStandardHelpOptions = true)
public final class ContextCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return list();
    }

    @Command(description = "Shows all; the one in use has a star.", mixinStandardHelpOptions = true)
    Integer list() {
        Contexts contexts = Contexts.load();
        Table table = new Table("", "NAME", "URL", "ACCOUNT", "TOKEN UNTIL");
        for (Map.Entry<String, Context> one : contexts.all().entrySet()) {
            boolean used = contexts.current().filter(one.getKey()::equals).isPresent();
            Context context = one.getValue();
            table.row(
                    used ? "*" : "",
                    one.getKey(),
                    context.url(),
                    context.account(),
                    context.expiresAt());
        }
        System.out.print(table);
        return 0;
    }

    @Command(description = "Chooses the one for later commands.", mixinStandardHelpOptions = true)
    Integer use(@Parameters(paramLabel = "NAME") String name) {
        Contexts contexts = Contexts.load();
        contexts.use(name);
        contexts.save();
        return 0;
    }

    @Command(description = "Forgets one and its token.", mixinStandardHelpOptions = true)
    Integer delete(@Parameters(paramLabel = "NAME") String name) {
        Contexts contexts = Contexts.load();
        contexts.remove(name);
        contexts.save();
        return 0;
    }
}
