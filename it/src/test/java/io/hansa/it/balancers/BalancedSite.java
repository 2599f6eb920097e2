package io.hansa.it.balancers;

import static org.awaitility.Awaitility.await;

import io.hansa.it.system.Credentials;
import io.hansa.it.system.Disk;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/**
 * Two nodes, their PostgreSQL on a disk of its own, HAProxy with its shipped configuration before
 * them, business servers behind them, and callers.
 */
final class BalancedSite implements AutoCloseable {
    private static final int DISK_MEGABYTES = 1024;

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final ProxySystem proxy;
    private final MixedLoad load;
    final Disk disk;
    final PostgresSystem database;
    final BalancedNode a;
    final BalancedNode b;
    final BusinessServers business;

    private BalancedSite(int servers, int perSecond) throws IOException {
        Path program = Installed.program("haproxy");
        try {
            disk = with(Disk.of(DISK_MEGABYTES));
            database = with(PostgresSystem.startIn(disk.directory()));
            a = with(BalancedNode.start("a", database));
            b = with(BalancedNode.start("b", database));
            business = with(new BusinessServers(servers));
            proxy = new ProxySystem("balanced", with(balancer(program)).base(), BalancedNode.ADMIN);
            business.enter(a.proxy(), "admin");
            Credentials token = token();
            await("both nodes have it").until(() -> business.servedBy(b.proxy(), token));
            await("the balancer sees the nodes").until(() -> business.servedBy(proxy, token));
            load = with(MixedLoad.of(perSecond, proxy, business, token));
        } catch (IOException | RuntimeException | Error failed) {
            close();
            throw failed;
        }
    }

    /** Returns when all of it is at work. */
    static BalancedSite start(int servers, int perSecond) throws IOException {
        return new BalancedSite(servers, perSecond);
    }

    private <T extends AutoCloseable> T with(T one) {
        started.push(one);
        return one;
    }

    private Balancer balancer(Path program) throws IOException {
        int port = RunningServer.freePort();
        return Balancer.start(
                List.of(
                        program.toString(),
                        "-db",
                        "-f",
                        Project.path("server-config/haproxy/haproxy.cfg").toString()),
                Map.of(
                        "HANSA_BIND", "127.0.0.1:" + port,
                        "HANSA_NODE_A", "127.0.0.1:" + a.port(),
                        "HANSA_NODE_B", "127.0.0.1:" + b.port(),
                        "HANSA_AGENT_A", Integer.toString(a.agentPort()),
                        "HANSA_AGENT_B", Integer.toString(b.agentPort())),
                port);
    }

    private Credentials token() throws IOException {
        return Credentials.bearer(proxy.token(BalancedNode.ADMIN));
    }

    /** The callers, with a token that has just been issued. */
    MixedLoad load() throws IOException {
        load.show(token());
        return load;
    }

    @Override
    public void close() throws IOException {
        IOException failed = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                failed = new IOException("The site did not end whole.", e);
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
