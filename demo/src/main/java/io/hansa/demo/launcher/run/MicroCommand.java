package io.hansa.demo.launcher.run;

import io.hansa.demo.launcher.node.MicroNode;
import io.hansa.demo.launcher.process.Child;
import io.hansa.demo.launcher.process.Children;
import io.hansa.demo.launcher.process.Ports;
import io.hansa.demo.launcher.workspace.Workspace;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * One empty proxy on Payara Micro. Its standard output is the node's; its data is gone when it ends.
 */
@Command(
        name = "micro",
        description = {
            "Runs one empty proxy on Payara Micro, on 127.0.0.1, until it is told to stop.",
            "The administrator admin gets the password in HANSA_ADMIN_PASSWORD."
        },
        mixinStandardHelpOptions = true)
final class MicroCommand implements Callable<Integer> {

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The HTTP port, by default ${DEFAULT-VALUE}.")
    private int port;

    @Override
    public Integer call() throws IOException, InterruptedException {
        EmptyProxy proxy = EmptyProxy.from(System.getenv(), port);
        Ports.requireFree(proxy.ports());
        try (TemporaryDirectory directory = TemporaryDirectory.create("hansa-");
                Children children = new Children(Optional.empty())) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children, directory)));
            Child node =
                    children.start(
                            MicroNode.prepare(Workspace.current(), proxy.plan(directory.path())));
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
