package io.hansa.bench;

import io.hansa.launcher.node.NodeFiles;
import io.hansa.launcher.node.NodePlan;
import io.hansa.launcher.node.NodeServer;
import io.hansa.launcher.process.Child;
import io.hansa.launcher.process.Children;
import io.hansa.launcher.proxy.AdminEntry;
import io.hansa.launcher.proxy.Credentials;
import io.hansa.launcher.proxy.ProxyClient;
import io.hansa.launcher.run.EmptyProxy;
import io.hansa.launcher.workspace.LaunchException;
import io.hansa.launcher.workspace.Workspace;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The node that is measured: the one of {@code ./hansa run}, set up through its administration API.
 */
final class BenchNode {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration CHANGES_ARE_IN_FORCE = Duration.ofSeconds(2);
    private static final Duration IDLE = Duration.ofSeconds(3);

    private final Child child;
    private final int port;
    private final ProxyClient proxy;
    private final Credentials administrator;
    private double startSeconds;

    private BenchNode(Child child, int port, Credentials administrator) {
        this.child = child;
        this.port = port;
        this.proxy = new ProxyClient(URI.create("http://127.0.0.1:" + port));
        this.administrator = administrator;
    }

    /**
     * @param connections how many callers there will be at once: the node's capacity is above that
     */
    static BenchNode start(
            Children children, Path directory, NodeServer server, int port, int connections)
            throws IOException, InterruptedException {
        return start(children, directory, server, port, connections, Map.of());
    }

    /**
     * @param more of the node's environment
     */
    static BenchNode start(
            Children children,
            Path directory,
            NodeServer server,
            int port,
            int connections,
            Map<String, String> more)
            throws IOException, InterruptedException {
        Credentials administrator = new Credentials("admin", UUID.randomUUID().toString());
        Map<String, String> environment = new HashMap<>(more);
        environment.put("HANSA_ADMIN_PASSWORD", administrator.password());
        environment.put("HANSA_JVM", "busy");
        environment.put("HANSA_DRAIN_DELAY", "0");
        environment.put("HANSA_TRACES_SHARE", "0.1");
        environment.put("HANSA_TOKEN_LIFETIME_SECONDS", "86400");
        environment.put("HANSA_NODE_CAPACITY", Integer.toString(Math.max(256, 2 * connections)));
        NodePlan plan =
                EmptyProxy.from(environment, port)
                        .plan(
                                NodeFiles.below(
                                        directory, Optional.of(directory.resolve("node.log"))));
        var order = server.prepare(Workspace.current(), plan);
        long began = System.nanoTime();
        BenchNode node = new BenchNode(children.start(order), port, administrator);
        node.awaitReady(began);
        return node;
    }

    private void awaitReady(long began) throws InterruptedException {
        while (!proxy.ready()) {
            child.mustOutlive(LOOK);
            if (System.nanoTime() - began > PATIENCE.toNanos()) {
                throw new LaunchException("The proxy did not become ready." + child.lastWords());
            }
        }
        startSeconds = (System.nanoTime() - began) / 1e9;
    }

    void setUp(List<String> backends, int connections) throws InterruptedException {
        new EverythingOn(proxy, administrator).enter(backends, connections);
        child.mustOutlive(CHANGES_ARE_IN_FORCE);
    }

    /** MiB in memory when no request has come for a while. */
    double idleMib() throws InterruptedException {
        child.mustOutlive(IDLE);
        return meter().residentMib();
    }

    Meter meter() {
        return new Meter(child.process().toHandle());
    }

    /** As an administrator; what it changes is in force when this returns. */
    void enter(AdminEntry entry) throws InterruptedException {
        proxy.enter(entry, administrator);
    }

    String token(Credentials account) throws InterruptedException {
        return proxy.token(account);
    }

    /** What {@code /metrics} says. */
    Metrics metrics() throws InterruptedException {
        return Metrics.parse(proxy.metrics());
    }

    String token() throws InterruptedException {
        return proxy.token(EverythingOn.CALLER);
    }

    /** From the start of the process to the first 200 of {@code /health/ready}. */
    double startSeconds() {
        return startSeconds;
    }

    Credentials administrator() {
        return administrator;
    }

    int port() {
        return port;
    }

    Child child() {
        return child;
    }
}
