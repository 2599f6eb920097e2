package io.hansa.bench;

import io.hansa.launcher.HansaCommand;
import io.hansa.launcher.node.NodeServer;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.run.TemporaryDirectory;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures one server after the other; exit status 1 when any reply was not the one that was due.
 */
@Command(
        name = "bench",
        description = {
            "Measures this build on this machine: calls to a business server directly, and through a proxy with",
            "everything on (token, permission, rate limit, breaker, balancing over two servers, metrics, log, traces).",
            "What the figures mean is in docs/performance.md."
        },
        mixinStandardHelpOptions = true)
public final class BenchCommand implements HansaCommand {
    private static final String LOAD = "io.hansa.bench.load.Main";
    private static final String ECHO = "io.hansa.bench.echo.Main";
    private static final String SERVERS = "2";

    @Option(
            names = "--server",
            paramLabel = "NAME",
            split = ",",
            defaultValue = "micro",
            description =
                    "micro, wildfly or payara, or several with commas; by default ${DEFAULT-VALUE}.")
    private List<NodeServer> servers;

    @Option(names = "--json", description = "Prints one JSON document instead of the table.")
    private boolean json;

    @Option(
            names = "--serve",
            paramLabel = "HOST:PORT",
            split = ",",
            description = {
                "Measures nothing, but starts a proxy in front of these servers (frames of a four-byte length),",
                "prints its address, pid and token for a load program of your own, and runs until Ctrl-C."
            })
    private List<String> serve = List.of();

    @Option(
            names = "--flat",
            description = {
                "Measures instead whether a request costs the same with 100,000 accounts, 10,000 capabilities, 64",
                "business servers, 512 connections, 1,000 slow callers and bodies of 16 MiB: all on one node on Payara",
                "Micro, several minutes. --connections does not count, nor does any size after the first of --body,",
                "which may be 32768 at most. Not with --serve, nor with another --server than micro."
            })
    private boolean flat;

    @Option(
            names = "--lists",
            description = {
                "Measures instead how long pages of lists take with 100,000 accounts, 10,000 capabilities and 200,000",
                "permissions, on one node on Payara Micro; on H2, or the empty database of HANSA_DB_URL."
            })
    private boolean lists;

    @Option(names = "--port", paramLabel = "N", description = "The proxy's port, by default any.")
    private int port;

    @Mixin private BenchOptions options = new BenchOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.check();
        if (flat) {
            checkFlat();
            return flat();
        }
        if (lists) {
            new ListsBench(options.rounds()).run(port());
            return 0;
        }
        if (!serve.isEmpty()) {
            return Serving.run(servers.get(0), serve, port(), options.maxConnections());
        }
        List<NodeFigures> measured = new ArrayList<>();
        for (NodeServer server : servers) {
            measured.add(measure(server));
        }
        System.out.print(json ? JsonReport.of(measured) + "\n" : Table.of(measured));
        measured.forEach(BenchCommand::requireGoodReplies);
        return 0;
    }

    private void checkFlat() {
        if (!serve.isEmpty() || !servers.equals(List.of(NodeServer.MICRO))) {
            throw new LaunchException(
                    "Give --flat without --serve, and with no other --server than micro.");
        }
        options.checkFlat();
    }

    private int flat() throws IOException, InterruptedException {
        try {
            FlatReport report = new FlatBench(options).run(port());
            System.out.print(json ? report.json() + "\n" : report.table());
            requireGoodReplies(report.bad(), NodeServer.MICRO.title(), report.firstBad());
            return 0;
        } catch (SQLException failure) {
            throw new LaunchException("The registry's database failed; run it again.", failure);
        }
    }

    private NodeFigures measure(NodeServer server) throws IOException, InterruptedException {
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-bench-");
                Children children = new Children(Optional.empty());
                Worker echo = Worker.start(Workspace.current(), ECHO, SERVERS);
                Worker load = Worker.start(Workspace.current(), LOAD)) {
            EndsWithTheLauncher.watch(children, directory);
            List<String> ports = Arrays.asList(echo.hear().split(" "));
            System.err.println("Starting a proxy on " + server.title() + ".");
            BenchNode node =
                    BenchNode.start(
                            children, directory.path(), server, port(), options.maxConnections());
            double idle = node.idleMib();
            node.setUp(
                    ports.stream().skip(1).map(p -> "127.0.0.1:" + p).toList(),
                    options.maxConnections());
            Rounds rounds =
                    new Rounds(
                            load,
                            Target.direct(Integer.parseInt(ports.get(0))),
                            Target.through(node),
                            options);
            rounds.warmUp();
            List<Figures> figures = rounds.measure();
            return new NodeFigures(
                    server, node.startSeconds(), idle, node.meter().peakMib(), figures);
        }
    }

    private int port() throws IOException {
        return port == 0 ? Ports.free() : port;
    }

    private static void requireGoodReplies(NodeFigures node) {
        requireGoodReplies(
                node.bad(),
                node.server().title(),
                node.modes().stream()
                        .map(Figures::firstBad)
                        .filter(reason -> !reason.isEmpty())
                        .findFirst()
                        .orElse("not told"));
    }

    private static void requireGoodReplies(long bad, String where, String first) {
        if (bad > 0) {
            throw new LaunchException(
                    "%d replies on %s were bad, so the figures do not count; the first was: %s. Run it again on a quiet machine, or look for the fault with --serve."
                            .formatted(bad, where, first));
        }
    }
}
