package io.hansa.launcher.node;

import io.hansa.launcher.micro.MicroRuntime;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.progress.Steps;
import io.hansa.launcher.proxy.ProxyClient;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.PrivateFiles;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The first start of Payara Micro on a Java after each build: a node runs until it is ready, only
 * to write down which classes that takes, and these are put into the archive from which all nodes
 * start.
 */
final class FirstStart {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final Workspace workspace;
    private final MicroRuntime runtime;

    private FirstStart(Workspace workspace, MicroRuntime runtime) {
        this.workspace = workspace;
        this.runtime = runtime;
    }

    /**
     * The runtime with its archive; without one, a start takes longer and is otherwise the same.
     */
    static MicroRuntime runtime(Workspace workspace) throws IOException, InterruptedException {
        MicroRuntime runtime = MicroRuntime.of(workspace);
        if (!runtime.isArchiveTried()) {
            Steps.say(
                    "Payara Micro is started once after a build, to learn which classes a start"
                            + " needs.");
            new FirstStart(workspace, runtime).archive();
        }
        return runtime;
    }

    private void archive() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("hansa-");
        try {
            Path classes = directory.resolve("classes.list");
            run(directory.resolve("node"), classes);
            Steps.say(
                    "These classes are written into an archive, from which later starts are quick.");
            runtime.archive(workspace.java(), classes);
        } catch (LaunchException | IOException failed) {
            String reason = failed.getMessage().lines().findFirst().orElse("");
            Steps.say("Nodes start without an archive of classes: " + reason);
        } finally {
            PrivateFiles.remove(directory);
        }
    }

    private void run(Path directory, Path classes) throws IOException, InterruptedException {
        int port = Ports.free();
        NodePlan plan =
                new NodePlan(
                        "hansa",
                        NodeFiles.below(
                                directory, Optional.of(directory.resolveSibling("node.log"))),
                        Listeners.onLoopback(port, Optional.empty()),
                        new NodeJvm(
                                List.of(
                                        "-Xmx512m",
                                        "-XX:+UseSerialGC",
                                        "-XX:DumpLoadedClassList=" + classes),
                                false),
                        Map.of(
                                "HANSA_PROXY_ID", "hansa",
                                "HANSA_PROXY_REGION", "local",
                                "HANSA_PROXY_ORGANIZATION", "local",
                                "HANSA_DRAIN_DELAY", "0",
                                "HANSA_ADMIN_PASSWORD", UUID.randomUUID().toString()));
        try (Children children = new Children(Optional.empty())) {
            Child node = children.start(new MicroNode(workspace, runtime, plan).order());
            ProxyClient proxy = new ProxyClient(URI.create("http://127.0.0.1:" + port));
            long began = System.nanoTime();
            while (!proxy.ready()) {
                node.mustOutlive(LOOK);
                if (System.nanoTime() - began > PATIENCE.toNanos()) {
                    throw new LaunchException("The node did not become ready." + node.lastWords());
                }
            }
        }
    }
}
