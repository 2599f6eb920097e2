package io.hansa.it.balancers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.hansa.it.balancers.MixedLoad.Kind;
import io.hansa.it.balancers.MixedLoad.Sent;
import io.hansa.it.balancers.Outcome.Ending;
import io.hansa.it.system.Administration;
import io.hansa.it.system.FakedTime;
import io.hansa.it.system.Narrator;
import io.hansa.it.system.Progress;
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
 * A site of two nodes under steady mixed load, and what can happen to it. Each incident leaves all
 * of it at work. {@code -Pproof} makes each last longer, and repeats all for {@code
 * hansa.it.proof.minutes}, in which node b is not restarted: what it holds of the machine at the
 * end is compared with what it held after one of each.
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

    private static BalancedSite site;

    @BeforeAll
    static void start() throws IOException {
        site = BalancedSite.start(SERVERS, PER_SECOND);
        settle();
    }

    @AfterAll
    static void stop() throws IOException {
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void killedNodeCostsWhatItHadInHand() throws Exception {
        for (int time = 0; time < (LONG ? 5 : 1); time++) {
            kill();
        }
    }

    private static void kill() throws IOException {
        Tally killed = next();
        site.a.die();
        settle();
        tell("a node was killed", killed);
        assertThat(killed.of(Ending.UNKNOWN)).as("%s", killed).isLessThanOrEqualTo(IN_FLIGHT);
        assertThat(killed.of(Ending.REFUSED)).as("%s", killed).isZero();
        killed.requireNothingElse();
    }

    @Test
    @Order(2)
    void rollingRestartFailsNoRequest() throws Exception {
        for (int time = 0; time < (LONG ? 5 : 1); time++) {
            restart(site.a);
            restart(site.b);
        }
    }

    private static void restart(BalancedNode node) throws Exception {
        Tally restarted = next();
        node.restart();
        settle(restarted);
        tell("a node was restarted", restarted);
        restarted.requireNothing();
    }

    @Test
    @Order(3)
    void nodeWhoseClockIsTenMinutesAheadFailsNoRequest() throws Exception {
        Map<String, String> ahead = FakedTime.of("+10m");
        Tally moved = next();
        site.a.restartIn(ahead);
        hold(moved, LONG ? 60 : 10);
        site.a.restart();
        settle(moved);
        tell("the clock of a node was ten minutes ahead", moved);
        moved.requireNothing();
    }

    @Test
    @Order(4)
    void stoppedDatabaseCostsOnlyKeys() throws Exception {
        Tally stopped = next();
        site.database.stop();
        hold(stopped, LONG ? 60 : 5);
        site.database.startAgain();
        settleKeys();
        tell("the database was stopped", stopped);
        stopped.requireOnlyKeysRefused();
    }

    @Test
    @Order(5)
    void fullDiskOfTheDatabaseCostsOnlyKeys() throws Exception {
        site.disk.requireOwn();
        Tally full = next();
        site.database.haveLogsAhead();
        site.disk.fill();
        try {
            hold(full, LONG ? 40 : 10);
            assertThat(site.b.proxy().get("/health/ready").ok().text())
                    .contains("\"databaseTakesNoChanges\":true");
            assertThat(site.b.proxy().administration().get("/overview").ok().text())
                    .contains("registry-takes-no-changes", "No space left on device");
        } finally {
            site.disk.empty();
        }
        settleKeys();
        tell("the disk of the database was full", full);
        full.requireOnlyKeysRefused();
    }

    @Test
    @Order(6)
    void frozenDatabaseCostsOnlyKeys() throws Exception {
        Tally frozen = next();
        site.database.freeze();
        try {
            hold(frozen, LONG ? 40 : 5);
        } finally {
            site.database.thaw();
        }
        settleKeys();
        tell("the database was frozen", frozen);
        frozen.requireOnlyKeysRefused();
    }

    @Test
    @Order(7)
    void changesCostNothing() throws Exception {
        Tally changed = next();
        Administration administration = site.a.proxy().administration();
        JsonObject group = Json.createObjectBuilder().add("description", "A test's.").build();
        int changes = LONG ? 200 : 20;
        for (int change = 0; change < changes; change++) {
            administration.put("/groups/mixed-" + change, group).status(201);
        }
        await("the other node has the last one")
                .atMost(2, TimeUnit.SECONDS)
                .until(
                        () ->
                                site.b
                                                .proxy()
                                                .administration()
                                                .get("/groups/mixed-" + (changes - 1))
                                                .status()
                                        == 200);
        for (int change = 0; change < changes; change++) {
            administration.delete("/groups/mixed-" + change).status(204);
        }
        settle(changed);
        tell(2 * changes + " changes were made", changed);
        changed.requireNothing();
    }

    @Test
    @Order(8)
    void dyingAndHangingServersCostLittle() throws Exception {
        Tally struck = next();
        site.business.strike(KILLED_SERVERS);
        // Three time-outs in a row open the circuit of the hanging one, on each node.
        hold(struck, LONG ? 60 : 10);
        site.business.recover(KILLED_SERVERS);
        tell("two of five servers were killed, and one hung", struck);
        // A fifth of what comes within one time limit, and one request a pause on each node.
        int hung = PER_SECOND * MixedLoad.LIMIT_MILLIS / 1000 / SERVERS * 2 + 20;
        assertThat(struck.of(Ending.UNKNOWN)).as("%s", struck).isLessThanOrEqualTo(hung);
        struck.requireNothingElse();
        settle();
    }

    @Test
    @Order(9)
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void allOfItForLong() throws Exception {
        assumeThat(MINUTES).as("minutes of -Dhansa.it.proof.minutes").isPositive();
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        Footprint first = null;
        Footprint last = null;
        while (first == null || System.nanoTime() < end) {
            kill();
            restart(site.a);
            nodeWhoseClockIsTenMinutesAheadFailsNoRequest();
            stoppedDatabaseCostsOnlyKeys();
            fullDiskOfTheDatabaseCostsOnlyKeys();
            frozenDatabaseCostsOnlyKeys();
            changesCostNothing();
            dyingAndHangingServersCostLittle();
            last = site.b.footprint();
            Progress.say("  Node b, at work all the time, has %s.", last);
            first = first == null ? last : first;
        }
        rollingRestartFailsNoRequest();
        last.requireAbout(first);
    }

    @Test
    @Order(10)
    void nothingIsLostAndNothingOnceOnlyRunsTwice() throws Exception {
        MixedLoad load = site.load();
        List<Sent> all = load.finish();
        for (Sent one : all) {
            int executions = site.business.executions(one.data());
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
            assertThat(site.business.executions(one.data())).as("%s", one).isEqualTo(1);
        }
        Progress.say(
                "  %d requests; %d of them were refused with a key, sent twice again and executed once.",
                all.size(), refused.size());
    }

    private static void tell(String what, Tally tally) {
        Progress.say("  %s: %s", what, tally);
    }

    /** Returns when the balancer has had both nodes for some seconds. */
    private static void settle(Tally tally) {
        hold(tally, 5);
    }

    private static void settle() throws IOException {
        site.load().awaitAnswers(5 * PER_SECOND);
    }

    /** From now on requests are counted by themselves. */
    private static Tally next() throws IOException {
        return site.load().next();
    }

    /** Requests with keys are served again. */
    private static void settleKeys() throws IOException {
        await("requests with keys are served")
                .atMost(30, TimeUnit.SECONDS)
                .until(
                        () -> {
                            Tally now = next();
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
