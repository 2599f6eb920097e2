package io.hansa.launcher.node;

import io.hansa.launcher.process.Child;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A start leaves as much garbage as live data, which a node at rest would keep for hours. The
 * launcher has a small node collect it once, before the first caller comes. It does so by the JDK's
 * {@code jcmd}: a server that the launcher did not start may have other tenants, and is left alone.
 */
public final class StartupHeapCompaction {
    private static final int SECONDS = 30;

    /**
     * Little room in the heap for this one collection; later ones would be frequent with it. The
     * last two are HotSpot's defaults with the serial collector, which small nodes have.
     */
    private static final List<String> COMMANDS =
            List.of(
                    "VM.set_flag MinHeapFreeRatio 5",
                    "VM.set_flag MaxHeapFreeRatio 10",
                    "GC.run",
                    "VM.set_flag MaxHeapFreeRatio 70",
                    "VM.set_flag MinHeapFreeRatio 40");

    private StartupHeapCompaction() {}

    /** To be called once the node is ready. A Java without {@code jcmd} keeps what it has. */
    public static void run(Workspace workspace, NodePlan plan, Child node)
            throws IOException, InterruptedException {
        Path jcmd = workspace.java().resolveSibling("jcmd");
        if (!plan.jvm().small() || !Files.isExecutable(jcmd)) {
            return;
        }
        Path commands = Files.write(plan.directory().resolve("compaction.jcmd"), COMMANDS);
        Process command =
                new ProcessBuilder(
                                jcmd.toString(),
                                Long.toString(node.process().pid()),
                                "-f",
                                commands.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(plan.directory().resolve("compaction.log").toFile())
                        .start();
        if (!command.waitFor(SECONDS, TimeUnit.SECONDS)) {
            command.destroyForcibly();
        }
    }
}
