package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.balancers.Outcome.Ending;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.ProxySystem;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes behind nginx with its shipped configuration are restarted, one after the other. Behind
 * HAProxy: {@link IncidentsIT}.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
class RollingRestartIT {
    private static final int PER_SECOND = 50;

    /**
     * Each reload of nginx closes the idle connections of its callers, and one of them may send at
     * that moment; the JDK's client does not send a POST again.
     */
    private static final int RELOADS = 4;

    private static PostgresSystem database;
    private static BalancedNode a;
    private static BalancedNode b;

    @BeforeAll
    static void start() throws IOException {
        database = PostgresSystem.start();
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
    void rollingRestartBehindNginxFailsNoRequest() throws Exception {
        Path program = Installed.program("nginx");
        NginxDirectory nginx = NginxDirectory.with(program, List.of(a, b));
        try (Balancer balancer = Balancer.start(nginx.command(), Map.of(), nginx.port());
                BusinessServers business = new BusinessServers(1)) {
            ProxySystem site = new ProxySystem("balanced", balancer.base(), BalancedNode.ADMIN);
            business.enter(a.proxy(), "admin");
            Credentials token = Credentials.bearer(a.proxy().token(BalancedNode.ADMIN));
            await("both nodes have it").until(() -> business.servedBy(b.proxy(), token));
            try (MixedLoad load = MixedLoad.of(PER_SECOND, site, business, token)) {
                load.awaitAnswers(5 * PER_SECOND);
                Tally restarts = load.next();
                for (BalancedNode node : List.of(a, b)) {
                    nginx.node("out", node);
                    node.restart();
                    nginx.node("in", node);
                    int before = restarts.answered();
                    await("the balancer has the node again")
                            .atMost(Duration.ofSeconds(60))
                            .until(() -> restarts.answered() > before + 5 * PER_SECOND);
                }
                load.finish();
                Progress.say("Behind nginx: %s", restarts);

                assertThat(restarts.of(Ending.UNKNOWN)).isLessThanOrEqualTo(RELOADS);
                assertThat(restarts.of(Ending.REFUSED)).as("%s", restarts).isZero();
                assertThat(restarts.of(Ending.WRONG)).as("%s", restarts).isZero();
                assertThat(restarts.late()).as("%s", restarts).isZero();
            }
        }
    }
}
