package io.hansa.bench;

import io.hansa.launcher.node.NodeServer;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.run.TemporaryDirectory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** A proxy with everything on, for load from outside. */
final class Serving {
    private Serving() {}

    static int run(NodeServer server, List<String> backends, int port, int connections)
            throws IOException, InterruptedException {
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-bench-");
                Children children = new Children(Optional.empty())) {
            EndsWithTheLauncher.watch(children, directory);
            BenchNode node = BenchNode.start(children, directory.path(), server, port, connections);
            node.setUp(backends, connections);
            System.out.printf(
                    "export OURS_URL=http://127.0.0.1:%d%s OURS_PID=%d OURS_TOKEN=%s%n",
                    port, Target.PATH, node.child().process().pid(), node.token());
            return node.child().awaitEnd();
        }
    }
}
