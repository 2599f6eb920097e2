package io.hansa.it.balancers;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.MicroOrder;
import io.hansa.it.system.MicroSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One of several nodes of a proxy, at a port that stays when it is started again. */
final class BalancedNode implements AutoCloseable {
    static final Credentials ADMIN =
            Credentials.basic("admin", System.getenv("HANSA_ADMIN_PASSWORD"));
    private static final Path KEY_FILE =
            Project.path("it/target/balanced-%d.key".formatted(System.nanoTime()));

    private final String name;
    private final EmbeddedPostgres database;
    private final int port;
    private final int agentPort;
    private MicroSystem node;

    private BalancedNode(String name, EmbeddedPostgres database) throws IOException {
        this.name = name;
        this.database = database;
        this.port = RunningServer.freePort();
        this.agentPort = RunningServer.freePort();
    }

    /** Returns when it is ready. */
    static BalancedNode start(String name, EmbeddedPostgres database) throws IOException {
        BalancedNode started = new BalancedNode(name, database);
        started.start();
        return started;
    }

    private void start() throws IOException {
        node = MicroSystem.start(order(), port, MicroSystem.freshDirectory());
    }

    /** Ends it as a service manager does, and starts it again. */
    void restart() throws IOException, InterruptedException {
        long began = System.nanoTime();
        node.stop();
        Progress.say("Node %s has stopped after %d ms.", name, millisSince(began));
        began = System.nanoTime();
        start();
        Progress.say("Node %s is ready again after %d ms.", name, millisSince(began));
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

    private MicroOrder order() {
        return MicroOrder.node(
                List.of(
                        "-Dhansa.node.state=starting",
                        "-Dhansa.proxy.id=balanced",
                        "-Dhansa.node.id=" + name,
                        "-Dhansa.drain.delay=5",
                        "-Dhansa.agent.port=" + agentPort,
                        "-Dhansa.http.trusted-proxies=127.0.0.1",
                        "-Dhansa.secret.key-file=" + KEY_FILE),
                driver(),
                Map.of(
                        "HANSA_DB_URL",
                        database.getJdbcUrl("postgres", "postgres"),
                        "HANSA_DB_USER",
                        "postgres",
                        "HANSA_DB_PASSWORD",
                        "postgres"));
    }

    private static Path driver() {
        return Path.of(
                URI.create(
                        org.postgresql.Driver.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()));
    }

    private static long millisSince(long nanos) {
        return (System.nanoTime() - nanos) / 1_000_000;
    }

    @Override
    public void close() {
        node.close();
    }
}
