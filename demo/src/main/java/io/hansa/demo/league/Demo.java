package io.hansa.demo.league;

import io.hansa.demo.example.Accounts;
import io.hansa.demo.example.Entries;
import io.hansa.demo.example.ExampleProxy;
import io.hansa.demo.example.ExampleServer;
import io.hansa.launcher.node.MicroNode;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.StartupHeapCompaction;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.process.Ports;
import io.hansa.launcher.process.ProcessLedger;
import io.hansa.launcher.process.ProcessOrder;
import io.hansa.launcher.process.SoleRun;
import io.hansa.launcher.proxy.AdminEntry;
import io.hansa.launcher.proxy.ProxyClient;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A run of the worked example, from the first check to the last process's end. Everything it
 * started is ended by {@link #close}, which also runs when the launcher is told to stop.
 */
final class Demo implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(300);

    private final Workspace workspace;
    private final DemoDirectory directory;
    private final SoleRun sole;
    private final Children children;
    private final Terminal terminal = new Terminal(System.out);
    private final Map<ExampleProxy, Child> nodes = new ConcurrentHashMap<>();
    private boolean over;

    private Demo(Workspace workspace, SoleRun sole, Children children) {
        this.workspace = workspace;
        this.directory = DemoDirectory.of(workspace);
        this.sole = sole;
        this.children = children;
    }

    /** Checks what must be so before anything is started, and clears what an earlier run left. */
    static Demo prepare(Workspace workspace) throws IOException {
        DemoDirectory directory = DemoDirectory.of(workspace);
        SoleRun sole = SoleRun.of(directory.lock()).orElseThrow(Demo::runsAlready);
        ProcessLedger ledger = new ProcessLedger(directory.ledger());
        if (!ledger.running().isEmpty()) {
            throw runsAlready();
        }
        Ports.requireFree(InetAddress.getLoopbackAddress(), ports());
        directory.renew();
        Demo demo = new Demo(workspace, sole, new Children(Optional.of(ledger)));
        Runtime.getRuntime().addShutdownHook(new Thread(demo::closeAtExit));
        return demo;
    }

    private static LaunchException runsAlready() {
        return new LaunchException(
                "A demo runs here already; ./hansa status shows it, ./hansa demo --stop ends it.");
    }

    private static Map<Integer, String> ports() {
        Map<Integer, String> ports = new LinkedHashMap<>();
        for (ExampleProxy proxy : ExampleProxy.values()) {
            ports.put(proxy.httpPort(), "the proxy " + proxy.id());
            ports.put(proxy.extranetPort(), "the extranet listener of " + proxy.id());
        }
        for (ExampleServer server : ExampleServer.values()) {
            ports.put(server.port(), "the business server " + server.id());
        }
        return ports;
    }

    void start() throws IOException, InterruptedException {
        terminal.lines(Introduction.LINES);
        DemoNodes orders = DemoNodes.withNewCertificates(workspace);
        Map<ExampleProxy, ProcessOrder> starts = new EnumMap<>(ExampleProxy.class);
        for (ExampleServer server : ExampleServer.values()) {
            children.start(LegacyServers.order(workspace, server));
        }
        terminal.progress("Five legacy business servers are starting; logs: " + directory.logs());
        for (ExampleProxy proxy : ExampleProxy.values()) {
            ProcessOrder order = orders.order(proxy);
            starts.put(proxy, order);
            nodes.put(proxy, children.start(order));
            terminal.progress("The node of " + proxy.id() + " is starting on Payara Micro.");
        }
        // From here: what comes before, such as unpacking, has no limit.
        StartLimit limit = new StartLimit(LIMIT);
        List<Together.Task> tasks = new ArrayList<>();
        for (ExampleProxy proxy : ExampleProxy.values()) {
            tasks.add(() -> bringUp(proxy, starts.get(proxy), orders.plan(proxy), limit));
        }
        Together.run(tasks);
        limit.await(
                "The capabilities of the peers at shop-a",
                nodes.get(ExampleProxy.SHOP_A),
                () -> Readiness.seesItsPeers(client(ExampleProxy.SHOP_A)));
        terminal.progress("shop-a sees what shop-b and tickets offer. All ready.");
    }

    private void bringUp(ExampleProxy proxy, ProcessOrder order, NodePlan plan, StartLimit limit)
            throws IOException, InterruptedException {
        ProxyClient client = client(proxy);
        Child node = nodes.get(proxy);
        if (!becomesReady(proxy, node, client, limit)) {
            terminal.progress(proxy.id() + ": " + MicroNode.AGAIN);
            children.end(node);
            node = children.start(order);
            nodes.put(proxy, node);
            if (!becomesReady(proxy, node, client, limit)) {
                throw node.cannotWork();
            }
        }
        terminal.progress(proxy.id() + " is ready at " + proxy.http() + ".");
        for (AdminEntry entry : Entries.of(proxy)) {
            client.enter(entry, Accounts.ADMINISTRATOR);
        }
        StartupHeapCompaction.run(workspace, plan, node);
        terminal.progress(proxy.id() + " has its accounts, servers and permissions.");
    }

    /** False where its server must be started once more. */
    private static boolean becomesReady(
            ExampleProxy proxy, Child node, ProxyClient client, StartLimit limit)
            throws IOException, InterruptedException {
        limit.await(
                "Readiness of " + proxy.id(),
                node,
                () -> MicroNode.hasLostBeans(node) || client.ready());
        return client.ready();
    }

    /** Runs the settlements; true if all came out right. */
    boolean settle() throws InterruptedException {
        return new Settlements(terminal).run();
    }

    /** Lets everything run on without the launcher. */
    synchronized void release() throws IOException {
        children.release();
        over = true;
        sole.close();
        terminal.lines(Introduction.DETACHED);
    }

    /** Waits until the launcher is told to stop, or one of the processes ends by itself. */
    void awaitEnd() throws InterruptedException {
        terminal.lines(Introduction.STAYING);
        children.awaitFirstEnd();
    }

    private static ProxyClient client(ExampleProxy proxy) {
        return new ProxyClient(proxy.http());
    }

    private void closeAtExit() {
        try {
            close();
        } catch (IOException | LaunchException e) {
            System.err.println(e.getMessage());
        }
    }

    @Override
    public synchronized void close() throws IOException {
        if (over) {
            return;
        }
        over = true;
        try (sole) {
            children.close();
            directory.clear();
        }
        terminal.progress("Everything that the demo started has ended.");
    }
}
