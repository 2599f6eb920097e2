package io.hansa.launcher.run;

import io.hansa.launcher.node.MicroNode;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.StartupHeapCompaction;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.process.Termination;
import io.hansa.launcher.progress.Steps;
import io.hansa.launcher.proxy.ProxyClient;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Option;

/**
 * One empty proxy on some server. Standard output gets the node's lines about requests, standard
 * error what the launcher does; all that the node prints is in its log.
 */
abstract class ServerCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration STILL_WAITING = Duration.ofSeconds(30);

    /** For what works on the node, such as the collection of its garbage. */
    private static final Duration SHORT_WORK = Duration.ofSeconds(2);

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "The HTTP port, by default ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = {
                "Where it listens, by default ${DEFAULT-VALUE}; 0.0.0.0 stands for all addresses.",
                "HTTP has no TLS: let only your own network reach it."
            })
    private String address;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Keeps registry, keys and logs in this directory; a later start goes on with them.",
                "Without it everything is gone at the end."
            })
    private Optional<Path> data = Optional.empty();

    /** As the user reads it. */
    abstract String server();

    /** Writes what the server needs into the plan's directory and says how it is started. */
    abstract ProcessOrder prepare(Workspace workspace, EmptyProxy proxy, NodePlan plan)
            throws IOException, InterruptedException;

    @Override
    public final Integer call() throws IOException, InterruptedException {
        EmptyProxy proxy = EmptyProxy.from(System.getenv(), address, port);
        Ports.requireFree(proxy.listeners().address(), proxy.listeners().ports());
        try (NodeHome home = NodeHome.of(data);
                Children children = new Children(Optional.empty(), proxy.stopPatience())) {
            proxy.requireKeyFile(home.stays().isPresent());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(children, home)));
            Workspace workspace = Workspace.current();
            NodePlan plan =
                    proxy.plan(home.files()).with(EmptyProxy.KEY_FILE, home.keyFile().toString());
            ProcessOrder order = prepare(workspace, proxy, plan);
            Steps.say(server() + " is starting. All that it prints is in " + home.log() + ".");
            Child node = startReady(children, order, home.log(), plan);
            StartupHeapCompaction.run(workspace, plan, node);
            Greeting.of(proxy, home, plan).forEach(Steps::say);
            return node.awaitEnd();
        }
    }

    private static Child startReady(Children children, ProcessOrder order, Path log, NodePlan plan)
            throws IOException, InterruptedException {
        Child node = children.start(order, log, System.out);
        if (becomesReady(node, plan)) {
            return node;
        }
        Steps.say(MicroNode.AGAIN);
        children.end(node);
        Child second = children.start(order, log, System.out);
        if (becomesReady(second, plan)) {
            return second;
        }
        throw second.cannotWork();
    }

    /** False where the server must be started once more. */
    private static boolean becomesReady(Child node, NodePlan plan)
            throws IOException, InterruptedException {
        ProxyClient client = new ProxyClient(plan.listeners().http());
        long told = System.nanoTime();
        while (!client.ready()) {
            node.mustOutlive(LOOK);
            if (MicroNode.hasLostBeans(node)) {
                return false;
            }
            if (System.nanoTime() - told > STILL_WAITING.toNanos()) {
                told = System.nanoTime();
                Steps.say("The proxy is not ready yet.");
            }
        }
        return true;
    }

    private static void end(Children children, NodeHome home) {
        try (home) {
            Steps.say("The proxy ends; requests that it has begun are finished first.");
            children.close();
            Termination.of(ProcessHandle.current().children().toList(), SHORT_WORK);
            home.stays().ifPresent(kept -> Steps.say("Registry and logs stay in " + kept + "."));
        } catch (IOException | LaunchException e) {
            System.err.println("The end was not clean: " + e.getMessage());
        }
    }
}
