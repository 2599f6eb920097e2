package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.balancers.MixedLoad.Kind;
import io.hansa.it.balancers.MixedLoad.Sent;
import io.hansa.it.balancers.Outcome.Ending;
import io.hansa.it.system.Administration;
import io.hansa.it.system.Credentials;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.PostgresSystem;
import io.hansa.it.system.Progress;
import io.hansa.it.system.Project;
import io.hansa.it.system.ProxySystem;
import io.hansa.it.system.RunningServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Two nodes, PostgreSQL and HAProxy with its shipped configuration under steady mixed load, and
 * what can happen to them. Each incident leaves all of them at work. {@code -Pproof} makes each
 * last longer, and repeats all for {@code hansa.it.proof.minutes}.
 */
@ExtendWith(Narrator.class)
@Timeout(value = 15, unit = TimeUnit.MINUTES)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IncidentsIT {
    private static final boolean LONG = Boolean.getBoolean("hansa.it.proof");
    private static final int MINUTES = Integer.getInteger("hansa.it.proof.minutes", 0);
    private static final int PER_SECOND = 50;

    /** Requests that a node can have in hand when it is killed. */
    private static final int IN_FLIGHT = 10;

    private static final int SERVERS = 5;
    private static final int KILLED_SERVERS = 2;

    private static PostgresSystem database;
    private static BalancedNode a;
    private static BalancedNode b;
    private static Balancer balancer;
    private static BusinessServers business;
    private static MixedLoad load;

    @BeforeAll
    static void start() throws IOException {
        var program = Installed.program("haproxy");
        database = PostgresSystem.start();
        a = BalancedNode.start("a", database);
        b = BalancedNode.start("b", database);
        business = new BusinessServers(SERVERS);
        int port = RunningServer.freePort();
        balancer =
                Balancer.start(
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
        ProxySystem site = new ProxySystem("balanced", balancer.base(), BalancedNode.ADMIN);
        business.enter(a.proxy(), "admin");
        Credentials token = Credentials.bearer(a.proxy().token(BalancedNode.ADMIN));
        await("both nodes have it").until(() -> business.servedBy(b.proxy(), token));
        await("the balancer sees the nodes").until(() -> business.servedBy(site, token));
        load = MixedLoad.of(PER_SECOND, site, business, token);
        load.awaitAnswers(5 * PER_SECOND);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable started :
                new AutoCloseable[] {load, balancer, a, b, business, database}) {
            if (started != null) {
                started.close();
            }
        }
    }

    @Test
    @Order(1)
    void killedNodeCostsWhatItHadInHand() throws Exception {
        Tally killed = load.next();
        a.die();
        settle();
        tell("a node was killed", killed);
        assertThat(killed.of(Ending.UNKNOWN)).as("%s", killed).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(killed.of(Ending.REFUSED)).as("%s", killed).isZero();
        requireNothingElse(killed);
    }

    @Test
    @Order(2)
    void rollingRestartFailsNoRequest() throws Exception {
        Tally restarts = load.next();
        for (int time = 0; time < (LONG ? 5 : 1); time++) {
            for (BalancedNode node : List.of(a, b)) {
                node.restart();
                settle(restarts);
            }
        }
        tell("both nodes were restarted", restarts);
        assertThat(restarts.of(Ending.UNKNOWN)).as("%s", restarts).isZero();
        assertThat(restarts.of(Ending.REFUSED)).as("%s", restarts).isZero();
        requireNothingElse(restarts);
    }

    @Test
    @Order(3)
    void stoppedDatabaseCostsOnlyKeys() throws Exception {
        Tally stopped = load.next();
        database.stop();
        hold(stopped, LONG ? 60 : 5);
        database.startAgain();
        settleKeys();
        tell("the database was stopped", stopped);
        requireOnlyKeysRefused(stopped);
    }

    @Test
    @Order(4)
    void frozenDatabaseCostsOnlyKeys() throws Exception {
        Tally frozen = load.next();
        database.freeze();
        try {
            hold(frozen, LONG ? 40 : 5);
        } finally {
            database.thaw();
        }
        settleKeys();
        tell("the database was frozen", frozen);
        requireOnlyKeysRefused(frozen);
    }

    @Test
    @Order(5)
    void changesCostNothing() throws Exception {
        Tally changed = load.next();
        Administration administration = a.proxy().administration();
        JsonObject group = Json.createObjectBuilder().add("description", "A test's.").build();
        int changes = LONG ? 200 : 20;
        for (int change = 0; change < changes; change++) {
            administration.put("/groups/mixed-" + change, group).status(201);
        }
        await("the other node has the last one")
                .atMost(2, TimeUnit.SECONDS)
                .until(
                        () ->
                                b.proxy()
                                                .administration()
                                                .get("/groups/mixed-" + (changes - 1))
                                                .status()
                                        == 200);
        for (int change = 0; change < changes; change++) {
            administration.delete("/groups/mixed-" + change).status(204);
        }
        settle(changed);
        tell(2 * changes + " changes were made", changed);
        assertThat(changed.of(Ending.UNKNOWN)).as("%s", changed).isZero();
        assertThat(changed.of(Ending.REFUSED)).as("%s", changed).isZero();
        requireNothingElse(changed);
    }

    @Test
    @Order(6)
    void dyingAndHangingServersCostLittle() {
        Tally struck = load.next();
        business.strike(KILLED_SERVERS);
        // Three time-outs in a row open the circuit of the hanging one, on each node.
        hold(struck, LONG ? 60 : 10);
        business.recover(KILLED_SERVERS);
        tell("two of five servers were killed, and one hung", struck);
        // A fifth of what comes within one time limit, and one request a pause on each node.
        int hung = PER_SECOND * MixedLoad.LIMIT_MILLIS / 1000 / SERVERS * 2 + 20;
        assertThat(struck.of(Ending.UNKNOWN)).as("%s", struck).isLessThanOrEqualTo(hung);
        requireNothingElse(struck);
        settle();
    }

    @Test
    @Order(7)
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void allOfItForLong() throws Exception {
        assumeThat(MINUTES).as("minutes of -Dhansa.it.proof.minutes").isPositive();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        while (System.nanoTime() < end) {
            killedNodeCostsWhatItHadInHand();
            rollingRestartFailsNoRequest();
            stoppedDatabaseCostsOnlyKeys();
            frozenDatabaseCostsOnlyKeys();
            changesCostNothing();
            dyingAndHangingServersCostLittle();
        }
    }

    @Test
    @Order(8)
    void nothingIsLostAndNothingOnceOnlyRunsTwice() throws Exception {
        List<Sent> all = load.finish();
        for (Sent one : all) {
            int executions = business.executions(one.data());
            String what = "%s, executed %d times".formatted(one, executions);
            switch (one.outcome().ending()) {
                case ANSWERED -> assertThat(executions).as(what).isPositive();
                case REFUSED, DENIED -> assertThat(executions).as(what).isZero();
                default -> {
                    // Whether it was executed is what nobody knows.
                }
            }
            if (one.kind() != Kind.KEYED) {
                assertThat(executions).as(what).isLessThanOrEqualTo(1);
            }
        }
        List<Sent> refused =
                all.stream()
                        .filter(one -> one.key() != null)
                        .filter(one -> one.outcome().ending() == Ending.REFUSED)
                        .toList();
        for (Sent one : refused) {
            load.again(one).ok();
            load.again(one).ok();
            assertThat(business.executions(one.data())).as("%s", one).isEqualTo(1);
        }
        Progress.say(
                "  %d requests; %d of them were refused with a key, sent twice again and executed once.",
                all.size(), refused.size());
    }

    private static void tell(String what, Tally tally) {
        Progress.say("  %s: %s", what, tally);
    }

    private static void requireOnlyKeysRefused(Tally tally) {
        int keyed =
                tally.of(Kind.KEYED + " 503 registry-unavailable")
                        + tally.of(Kind.KEYED_ONCE + " 503 registry-unavailable");
        assertThat(keyed).as("%s", tally).isPositive();
        assertThat(tally.of(Ending.REFUSED)).as("%s", tally).isEqualTo(keyed);
        requireNothingElse(tally);
    }

    private static void requireNothingElse(Tally tally) {
        assertThat(tally.of(Ending.WRONG)).as("%s", tally).isZero();
        assertThat(tally.late()).as("%s", tally).isZero();
    }

    /** Returns when the balancer has had both nodes for some seconds. */
    private static void settle(Tally tally) {
        hold(tally, 5);
    }

    private static void settle() {
        load.awaitAnswers(5 * PER_SECOND);
    }

    /** Requests with keys are served again. */
    private static void settleKeys() {
        await("requests with keys are served")
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> {
                            Tally now = load.next();
                            hold(now, 2);
                            return now.of(Ending.REFUSED) == 0;
                        });
    }

    /** Goes on for so many seconds, counted by the requests that end. */
    private static void hold(Tally tally, int seconds) {
        int wanted = tally.ended() + seconds * PER_SECOND;
        await("the load goes on")
                .atMost(3L * seconds + 10, TimeUnit.SECONDS)
                .until(() -> tally.ended() >= wanted);
    }
}
