package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.system.BusinessServerSystem;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Manners;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Offer;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes behind a balancer with its shipped configuration are restarted, one after the other.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RollingRestartIT {
    private static final int PER_SECOND = 50;

    private static EmbeddedPostgres database;
    private static BalancedNode a;
    private static BalancedNode b;

    @BeforeAll
    static void start() throws IOException {
        database = EmbeddedPostgres.start();
        a = BalancedNode.start("a", database);
        b = BalancedNode.start("b", database);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started : new AutoCloseable[] {a, b, database}) {
            if (started != null) {
                started.close();
            }
        }
    }

    @Test
    void rollingRestartBehindHaproxyFailsNoRequest() throws Exception {
        int port = RunningServer.freePort();
        Path configuration = Project.path("server-config/haproxy/haproxy.cfg");
        Path program = Installed.program("haproxy");
        try (Balancer balancer =
                        Balancer.start(
                                List.of(program.toString(), "-db", "-f", configuration.toString()),
                                Map.of(
                                        "HANSA_BIND", "127.0.0.1:" + port,
                                        "HANSA_NODE_A", "127.0.0.1:" + a.port(),
                                        "HANSA_NODE_B", "127.0.0.1:" + b.port(),
                                        "HANSA_AGENT_A", Integer.toString(a.agentPort()),
                                        "HANSA_AGENT_B", Integer.toString(b.agentPort())),
                                port);
                BusinessServerSystem business = BusinessServerSystem.that(Manners.ECHO)) {
            restartUnderLoad(balancer, business, "roll.haproxy", BalancedNode::restart, 0);
        }
    }

    @Test
    void rollingRestartBehindNginxFailsNoRequest() throws Exception {
        Path program = Installed.program("nginx");
        NginxDirectory nginx = NginxDirectory.with(program, List.of(a, b));
        try (Balancer balancer = Balancer.start(nginx.command(), Map.of(), nginx.port());
                BusinessServerSystem business = BusinessServerSystem.that(Manners.ECHO)) {
            restartUnderLoad(
                    balancer,
                    business,
                    "roll.nginx",
                    node -> {
                        nginx.node("out", node);
                        node.restart();
                        nginx.node("in", node);
                    },
                    RELOADS);
        }
    }

    /**
     * Each reload of nginx closes the idle connections of its callers, and one of them may send at
     * that moment; the JDK's client does not send a POST again.
     */
    private static final int RELOADS = 4;

    /** How a node is restarted. */
    private interface Restart {
        void of(BalancedNode node) throws IOException, InterruptedException;
    }

    private static void restartUnderLoad(
            Balancer balancer,
            BusinessServerSystem business,
            String capability,
            Restart restart,
            int maxClosed)
            throws IOException, InterruptedException {
        ProxySystem site = new ProxySystem("balanced", balancer.base(), BalancedNode.ADMIN);
        Credentials token = Credentials.bearer(a.proxy().token(BalancedNode.ADMIN));
        try (Offer offer = a.proxy().offerToNobody(capability, business)) {
            offer.permit("account:admin");
            await("both nodes have it")
                    .until(
                            () ->
                                    b.proxy().call(capability).as(token).text("x").send().status()
                                            == 200);
            await("the balancer sees the nodes")
                    .until(() -> site.get("/health/ready").status() == 200);
            try (SteadyLoad load = SteadyLoad.of(PER_SECOND, site, capability, token)) {
                await().until(() -> load.sent() > 5 * PER_SECOND);
                for (BalancedNode node : List.of(a, b)) {
                    restart.of(node);
                    int before = load.sent();
                    await("the balancer has the node again")
                            .until(() -> load.sent() > before + 5 * PER_SECOND);
                }
                load.finish();
                Progress.say(
                        "%s: %d requests, %s, the longest %d ms",
                        capability, load.sent(), load.outcomes(), load.longestMillis());

                Map<String, Integer> outcomes = load.outcomes();
                Integer closed = outcomes.remove(SteadyLoad.CLOSED);
                assertThat(closed == null ? 0 : closed).isLessThanOrEqualTo(maxClosed);
                assertThat(outcomes).containsOnlyKeys(SteadyLoad.ANSWERED);
            }
        }
    }
}
