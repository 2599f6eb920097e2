package io.hansa.bench;

import io.hansa.launcher.node.NodeServer;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.run.TemporaryDirectory;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whether a request costs the same in a large registry. All runs are on one node, since two starts
 * differ by more than what is measured.
 */
final class FlatBench {
    private static final String LOAD = "io.hansa.bench.load.Main";
    private static final String SLOW = "io.hansa.bench.load.SlowMain";
    private static final String LARGE = "io.hansa.bench.load.LargeMain";
    private static final String ECHO = "io.hansa.bench.echo.Main";
    private static final String LARGE_ECHO = "io.hansa.bench.echo.LargeMain";
    private static final int SLOW_CALLERS = 1000;
    private static final int LARGE_BYTES = 16 << 20;
    private static final List<Integer> LARGE_CALLERS = List.of(4, 16, 64);

    private final BenchOptions options;
    private final Workspace workspace = Workspace.current();

    FlatBench(BenchOptions options) {
        this.options = options;
    }

    FlatReport run(int port) throws IOException, InterruptedException, SQLException {
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-bench-");
                RegistryServer registry = RegistryServer.start(directory.path());
                Children children = new Children(Optional.empty());
                Worker echo = Worker.start(workspace, ECHO, "2");
                Worker load = Worker.start(workspace, LOAD);
                Worker slow = Worker.start(workspace, SLOW);
                Worker largeEcho = Worker.startWith("-Xmx768m", workspace, LARGE_ECHO);
                Worker large = Worker.startWith("-Xmx256m", workspace, LARGE)) {
            EndsWithTheLauncher.watch(children, directory);
            BenchNode node =
                    BenchNode.start(
                            children,
                            directory.path().resolve("node"),
                            NodeServer.MICRO,
                            port,
                            FlatCase.MOST_CONNECTIONS,
                            registry.environment());
            node.setUp(
                    Arrays.stream(echo.hear().split(" "))
                            .skip(1)
                            .map(p -> "127.0.0.1:" + p)
                            .toList(),
                    FlatCase.MOST_CONNECTIONS);
            FlatNode its = new FlatNode(node, new RegistryCopies(registry), directory.path());
            its.addLarge(Integer.parseInt(largeEcho.hear()));
            return measure(
                    new FlatRounds(its, new FlatLoad(its, load, options), options), slow, large);
        }
    }

    private FlatReport measure(FlatRounds rounds, Worker slow, Worker large)
            throws IOException, InterruptedException, SQLException {
        rounds.warmUp();
        SlowFigures held = SlowFigures.NONE;
        for (int round = 0; round < options.rounds(); round++) {
            rounds.cases();
            rounds.whileAccountsChange();
            held = held.and(rounds.besideSlowCallers(slow, SLOW_CALLERS));
        }
        List<LargeFigures> bodies = new ArrayList<>();
        for (int callers : LARGE_CALLERS) {
            bodies.add(rounds.large(large, callers, LARGE_BYTES));
        }
        return new FlatReport(rounds.allUsual(), rounds.allCases(), bodies, held);
    }
}
