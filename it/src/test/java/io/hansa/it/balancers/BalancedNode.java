package io.hansa.it.balancers;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** One of several nodes of a proxy, at a port that stays when it is started again. */
final class BalancedNode implements AutoCloseable {
    static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));

    private final String name;
    private final PostgresSystem database;
    private final int port;
    private final int agentPort;
    private MicroSystem node;

    private BalancedNode(String name, PostgresSystem database) throws IOException {
        this.name = name;
        this.database = database;
        this.port = RunningServer.freePort();
        this.agentPort = RunningServer.freePort();
    }

    /** Returns when it is ready. */
    static BalancedNode start(String name, PostgresSystem database) throws IOException {
        BalancedNode started = new BalancedNode(name, database);
        started.start(Map.of());
        return started;
    }

    private void start(Map<String, String> environment) throws IOException {
        List<String> properties =
                List.of(
                        "-Dhansa.node.state=starting",
                        "-Dhansa.proxy.id=balanced",
                        "-Dhansa.node.id=" + name,
                        "-Dhansa.drain.delay=5",
                        "-Dhansa.agent.port=" + agentPort,
                        "-Dhansa.http.trusted-proxies=127.0.0.1",
                        "-Dhansa.secret.key-file=" + database.keyFile());
        node =
                MicroSystem.start(
                        database.node(properties).with(environment),
                        port,
                        MicroSystem.freshDirectory());
    }

    /** Ends it as a service manager does, and starts it again. */
    void restart() throws IOException, InterruptedException {
        restartIn(Map.of());
    }

    /** The same with further variables in its environment. */
    void restartIn(Map<String, String> environment) throws IOException, InterruptedException {
        long began = System.nanoTime();
        node.stop();
        Progress.say("Node %s has stopped after %d ms.", name, millisSince(began));
        began = System.nanoTime();
        start(environment);
        Progress.say("Node %s is ready again after %d ms.", name, millisSince(began));
    }

    /** Kills it, and starts it again. */
    void die() throws IOException {
        node.kill();
        start(Map.of());
    }

    Footprint footprint() throws IOException {
        return Footprint.of(node.pid());
    }

    ProxySystem proxy() {
        return new ProxySystem("balanced", node.base(), ADMIN);
    }

    int port() {
        return port;
    }

    int agentPort() {
        return agentPort;
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @Override
    public void close() {
        node.close();
    }
}
