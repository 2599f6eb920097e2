package io.hansa.launcher.run;

import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/**
 * One empty proxy on some server. Its standard output is the node's; its data is gone when it ends.
 */
abstract class ServerCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The HTTP port, by default ${DEFAULT-VALUE}.")
    private int port;

    /** Writes what the server needs into the plan's directory and says how it is started. */
    abstract ProcessOrder prepare(Workspace workspace, NodePlan plan)
            throws IOException, InterruptedException;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        EmptyProxy proxy = EmptyProxy.from(System.getenv(), port);
        Ports.requireFree(proxy.ports());
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-");
                Children children = new Children(Optional.empty())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children, directory)));
            Child node = children.start(prepare(Workspace.current(), proxy.plan(directory.path())));
            System.err.println("Starting a proxy at http://127.0.0.1:" + port + ".");
            return node.awaitEnd();
        }
    }

    private static void end(Children children, TemporaryDirectory directory) {
        try (directory) {
            children.close();
        } catch (IOException e) {
            System.err.println("Remove " + directory.path() + " by hand: " + e.getMessage());
        }
    }
}
