package io.hansa.demo.league;

import io.hansa.launcher.HansaCommand;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs the worked example in one of its four ways. */
@Command(
        name = "demo",
        description = {
            "Runs the worked example: an online shop with three proxies and five legacy servers.",
            "Without an option it stays until Ctrl-C and then ends everything it started."
        },
        mixinStandardHelpOptions = true)
public final class DemoCommand implements HansaCommand {

    @ArgGroup private Way way = new Way();

    static final class Way {
        @Option(
                names = "--once",
                description =
                        "Run the settlements, end everything, and exit 0 if all came out right.")
        private boolean once;

        @Option(
                names = "--detach",
                description = "Return when all proxies are ready, and let them run.")
        private boolean detach;

        @Option(names = "--stop", description = "End a running demo.")
        private boolean stop;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Workspace workspace = Workspace.current();
        if (way.stop) {
            return StopDemo.run(DemoDirectory.of(workspace));
        }
        try (Demo demo = Demo.prepare(workspace)) {
            demo.start();
            boolean right = demo.settle();
            if (way.once) {
                return right ? 0 : 1;
            }
            if (way.detach) {
                demo.release();
                return right ? 0 : 1;
            }
            demo.awaitEnd();
            return 0;
        }
    }
}
